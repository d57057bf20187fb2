using System.Text.Json;
using NodaTime;
using UserOps.Application.Events;
using UserOps.Application.Events.Reading;
using UserOps.Application.Events.Segment;
using UserOps.Application.Users;
using UserOps.Domain.Events;
using UserOps.Domain.Messages;
using UserOps.Domain.Tags;
using UserOps.Domain.Users;

namespace UserOps.Application.Journeys.Simulation;

/// <summary>Makes events of a made-up user, by the mapping that a server's tracking calls go through.</summary>
internal sealed class MadeUpForm(UserKeys keys, string currency)
{
    public const int MostEvents = 1_000;
    public const int MostConsents = 64;
    public static readonly TimeSpan Longest = TimeSpan.FromDays(731);

    private const string DefaultId = "made-up";
    private static readonly TimeSpan Usual = TimeSpan.FromDays(90);

    /// <param name="start">Of somebody without events.</param>
    public (SimulationSpan? Span, PersonPast? Past, SimulationFault? Fault) Read(MadeUpUser user, DateTimeOffset start, DateTimeOffset? until)
    {
        var told = user.Events ?? [];
        if (told.Count > MostEvents || (user.Consents?.Count ?? 0) > MostConsents || (user.Tags?.Count ?? 0) > Profile.MaxTags)
        {
            return Wrong(told.Count > MostEvents ? "user.events" : "user", $"At most {MostEvents} events, {MostConsents} consents and {Profile.MaxTags} tags.");
        }

        for (var i = 0; i < told.Count; i++)
        {
            if (told[i]?.At is not { } at || !SimulationForm.IsWithin(at))
            {
                return Wrong($"user.events[{i}].at", told[i]?.At is null ? "Say when it happens, as in 2026-02-01T09:00:00Z." : SimulationForm.OutOfYears);
            }
        }

        start = told.Count > 0 ? told.Min(one => one.At!.Value) : start;
        if (!SimulationForm.IsWithin(start))
        {
            return Wrong("from", SimulationForm.OutOfYears);
        }

        var end = until ?? start + Usual;
        if (end < start || end - start > Longest)
        {
            return Wrong("until", $"It ends after it begins, and after {Longest.TotalDays} days at most.");
        }

        var id = user.Id ?? DefaultId;
        var (known, fault) = Known(user, id, start.AddSeconds(-1));
        var events = new List<UserEvent>(told.Count);
        for (var i = 0; fault is null && i < told.Count; i++)
        {
            var one = told[i];
            (var said, fault) = Map(new { type = "track", userId = id, @event = one.Name, properties = one.Properties, messageId = $"event-{i}" }, one.At!.Value, $"user.events[{i}]");
            events.AddRange(said is null ? [] : [said]);
        }

        return fault is not null
            ? (null, null, fault)
            : (new(start, end, end), new(keys.Of(Identifier.User(id)), Incoming(known), Incoming(events.Where(said => said.OccurredAt < end).OrderBy(said => said.OccurredAt))), null);
    }

    private (List<UserEvent> Known, SimulationFault? Fault) Known(MadeUpUser user, string id, DateTimeOffset at)
    {
        var known = new List<UserEvent>();
        if (user.Traits is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null) })
        {
            return (known, new("user.traits", "Traits are an object."));
        }

        var (person, fault) = Map(new { type = "identify", userId = id, traits = user.Traits, messageId = "traits" }, at, "user");
        if (fault is not null)
        {
            return (known, fault);
        }

        var traits = new Dictionary<string, JsonElement>(person!.Traits ?? new Dictionary<string, JsonElement>(), StringComparer.Ordinal);
        if (user.TimeZone is { } zone)
        {
            if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
            {
                return (known, new("user.timeZone", "This is no zone of the IANA data base, such as Europe/Berlin."));
            }

            traits["timezone"] = JsonSerializer.SerializeToElement(zone);
        }

        var tags = (user.Tags ?? []).Select(TagName.Of).ToHashSet(StringComparer.Ordinal);
        if (tags.Contains(null))
        {
            return (known, new("user.tags", $"A tag has 1 to {TagName.MaxLength} characters."));
        }

        known.Add(person with { Traits = traits, Tags = tags.Count > 0 ? tags.ToDictionary(tag => tag!, _ => true, StringComparer.Ordinal) : null });
        for (var i = 0; i < (user.Consents?.Count ?? 0); i++)
        {
            var consent = user.Consents![i];
            if (consent is not { Channel: { } channel, Purpose: { } purpose, State: "granted" or "denied" } || !MessageNames.IsName(channel) || !MessageNames.IsName(purpose))
            {
                return (known, new($"user.consents[{i}]", "A consent is as {\"channel\":\"email\",\"purpose\":\"marketing\",\"state\":\"granted\"}."));
            }

            var (said, _) = Map(
                new { type = "track", userId = id, @event = ConsentFold.ConsentChanged, properties = new { channel, purpose, state = consent.State, by = "person" }, messageId = $"consent-{i}" }, at, "user");
            known.Add(said!);
        }

        return (known, null);
    }

    private (UserEvent? Said, SimulationFault? Fault) Map(object call, DateTimeOffset at, string path)
    {
        var fault = new Fault();
        var said = new SegmentMapper(new WriteKey("simulation", Trusted: true), currency, at).Map(JsonSerializer.SerializeToElement(call), null, fault);
        return said is null ? (null, new(fault.Field switch { "event" => $"{path}.name", "userId" => "user.id", _ => fault.Path(path) }, $"This {fault.Reason}.")) : (said, null);
    }

    private static IAsyncEnumerable<IncomingEvent> Incoming(IEnumerable<UserEvent> events) => events.Select(IncomingEvent.Of).ToAsyncEnumerable();

    private static (SimulationSpan?, PersonPast?, SimulationFault?) Wrong(string field, string what) => (null, null, new(field, what));
}
