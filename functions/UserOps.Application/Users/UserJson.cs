using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using UserOps.Domain.Orders;
using UserOps.Domain.Users;

namespace UserOps.Application.Users;

/// <summary>The stored form of a user's rows.</summary>
[JsonSerializable(typeof(Profile))]
[JsonSerializable(typeof(Holder.MovedTo))]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Outbox))]
public sealed partial class UserJson : JsonSerializerContext
{
    public static readonly UserJson Compact = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
