using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Application.Journeys.Simulation;

/// <summary>Somebody who is nobody, as known before the first of the events.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record MadeUpUser
{
    /// <summary>Decides hold-out and arms, as any user's id does; absent: <c>made-up</c>.</summary>
    public string? Id { get; init; }

    /// <summary>As of an identify call; <c>email</c> is where e-mail goes.</summary>
    public JsonElement? Traits { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public IReadOnlyList<MadeUpConsent>? Consents { get; init; }

    /// <summary>IANA zone; absent: the workspace's.</summary>
    public string? TimeZone { get; init; }

    /// <summary>At most 1,000.</summary>
    public IReadOnlyList<MadeUpEvent>? Events { get; init; }
}
