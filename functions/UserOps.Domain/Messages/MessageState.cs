using System.Text.Json.Serialization;

namespace UserOps.Domain.Messages;

/// <summary>What became of a message that a step wanted to send.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MessageState>))]
public enum MessageState
{
    /// <summary>It may go out at any moment, or has.</summary>
    Claimed,

    /// <summary>The provider has it.</summary>
    Accepted,

    /// <summary>The provider will not take it.</summary>
    Refused,

    /// <summary>It was not to be sent.</summary>
    Skipped,

    /// <summary>Perhaps sent, and nobody can tell; never sent again.</summary>
    Unknown,
}
