using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Application.Journeys.Running;

/// <summary>What a called webhook receives.</summary>
/// <param name="Id">The same for every attempt.</param>
/// <param name="User">As <c>GET /api/users/{id}</c> takes it.</param>
internal sealed record EndpointCall(
    string Type,
    string Journey,
    string Step,
    string Id,
    string UserKey,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? User,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? Data);
