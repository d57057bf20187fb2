using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Sending;

/// <summary>The stored form of what goes out, and the form in which gateways get it: JSON with camel-case names.</summary>
[JsonSerializable(typeof(MessageEntry))]
[JsonSerializable(typeof(InboxEntry))]
[JsonSerializable(typeof(PacerLine))]
[JsonSerializable(typeof(GatewayMessage))]
public sealed partial class SendingJson : JsonSerializerContext
{
    public static readonly SendingJson Compact = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
