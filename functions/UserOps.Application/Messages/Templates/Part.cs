namespace UserOps.Application.Messages.Templates;

/// <summary>One text of a message.</summary>
public enum Part
{
    Subject,
    Html,
    Text,
    Title,
    Body,
}
