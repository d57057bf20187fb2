namespace UserOps.Application.Messages.Templates;

/// <summary>What a message is made of depends on how it travels.</summary>
public enum ChannelKind
{
    Email,
    Sms,
    Push,
    Chat,
    Inbox,
}
