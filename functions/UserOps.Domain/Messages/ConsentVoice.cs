using System.Text.Json.Serialization;

namespace UserOps.Domain.Messages;

/// <summary>Whose word a consent is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConsentVoice>))]
public enum ConsentVoice
{
    /// <summary>The person's own: a click on a link, a form, a confirmed subscription.</summary>
    Person,

    /// <summary>Somebody else's about the person: a shop's record, an import, an operator.</summary>
    Sender,
}
