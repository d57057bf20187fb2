using System.Collections.Immutable;

namespace UserOps.Application.Messages;

/// <summary>One message to one person. Who it is from, and where replies go, is a setting of the sender.</summary>
public sealed record EmailToSend
{
    /// <summary>The bare address, without a name.</summary>
    public required string To { get; init; }

    public required string Subject { get; init; }

    /// <summary>This or <see cref="PlainText"/>, better both: programs that show one of them choose.</summary>
    public string? Html { get; init; }

    public string? PlainText { get; init; }

    /// <summary>Further header fields, for instance those of <see cref="OneClickUnsubscribe"/>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Nothing of it: this text may end up in a log.</summary>
    public override string ToString() => nameof(EmailToSend);
}
