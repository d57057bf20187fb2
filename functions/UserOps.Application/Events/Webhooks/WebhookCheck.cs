namespace UserOps.Application.Events.Webhooks;

internal enum WebhookCheck
{
    /// <summary>Nobody without the secret can have sent it.</summary>
    Forged,

    Genuine,

    /// <summary>What a shop sends while a hook is set up; there is nothing in it.</summary>
    Ping,
}
