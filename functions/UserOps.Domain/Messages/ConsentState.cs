using System.Text.Json.Serialization;

namespace UserOps.Domain.Messages;

[JsonConverter(typeof(JsonStringEnumConverter<ConsentState>))]
public enum ConsentState
{
    /// <summary>Asked, and not answered: takes back what the same voice said before, and says nothing itself.</summary>
    Unsaid,

    Granted,

    Denied,
}
