using UserOps.Application.Messages.Templates;

namespace UserOps.Application.Messages.Sending;

/// <summary>A message as a channel is told to send it.</summary>
public sealed record OutgoingMessage
{
    public required string UserKey { get; init; }

    /// <summary>Of the message in the ledger.</summary>
    public required string Row { get; init; }

    public required string Channel { get; init; }

    public required string Address { get; init; }

    public required string Purpose { get; init; }

    public required string Template { get; init; }

    public required int? TemplateVersion { get; init; }

    public required string Language { get; init; }

    public required TemplateParts Parts { get; init; }

    /// <summary>Null for transactional messages, and where there are no links.</summary>
    public Uri? Unsubscribe { get; init; }

    public Uri? Preferences { get; init; }

    /// <summary>Nothing of it: this text may end up in a log.</summary>
    public override string ToString() => $"{Row} by {Channel}";
}
