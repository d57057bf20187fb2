using System.Text.Json.Serialization;

namespace UserOps.Domain.Messages;

[JsonConverter(typeof(JsonStringEnumConverter<SuppressionCause>))]
public enum SuppressionCause
{
    /// <summary>There is no such address.</summary>
    HardBounce,

    /// <summary>Its owner called a message of ours spam.</summary>
    Complaint,
}
