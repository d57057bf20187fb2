using System.Collections.Frozen;
using System.Text.Json;
using NodaTime;
using UserOps.Domain.Events;
using UserOps.Domain.Users;

namespace UserOps.Domain.Tags;

/// <summary>The tags that are defined at an instant, and what that makes of what is said of tags. A tag that nobody defined has no time to live and carries nothing.</summary>
public sealed class TagSet(IEnumerable<DefinedTag> tags)
{
    public static readonly TagSet Empty = new([]);

    private static readonly JsonElement True = JsonElement.Parse("true");

    private readonly FrozenDictionary<string, DefinedTag> _byName = tags.ToFrozenDictionary(tag => tag.Name, StringComparer.Ordinal);

    public IReadOnlyCollection<DefinedTag> All => _byName.Values;

    public IEnumerable<string> Retired => _byName.Values.Where(tag => tag.Retired).Select(tag => tag.Name);

    /// <returns>Null: nobody defined it.</returns>
    public DefinedTag? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Whether somebody's word is what puts it on.</summary>
    public bool ByWord(string name) => Find(name)?.ByWord != false;

    /// <summary>
    /// What an event says of tags by the definitions of now: how long each holds; words about retired tags and about those of rules and computations count for nothing and are named in
    /// <see cref="UserEvent.TagsIgnored"/>. It is stored so, and says the same ever after.
    /// </summary>
    /// <returns>The same instance where nothing is defined of what it says.</returns>
    public UserEvent Settle(UserEvent said, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(said);
        if (said.Tags is not { Count: > 0 } told || !told.Keys.Any(_byName.ContainsKey))
        {
            return said;
        }

        var terms = new Dictionary<string, TagTerm>(said.TagTerms ?? FrozenDictionary<string, TagTerm>.Empty, StringComparer.Ordinal);
        foreach (var name in told.Where(one => one.Value).Select(one => one.Key))
        {
            if (Find(name)?.Definition?.Ttl is { } ttl)
            {
                var term = terms.GetValueOrDefault(name) ?? new();
                terms[name] = term with { Until = TagExpiry.Of(said.OccurredAt, ttl, term.Until, zone) };
            }
        }

        // A word that takes a retired tag off does no harm; one that goes with a rule says nothing either way.
        string[] ignored = [.. told.Where(one => !ByWord(one.Key) && (one.Value || Find(one.Key)!.ByRule)).Select(one => one.Key).Order(StringComparer.Ordinal)];
        return said with
        {
            Tags = told.Where(one => !ignored.Contains(one.Key)).ToDictionary(StringComparer.Ordinal),
            TagTerms = terms.Keys.Except(ignored).Any() ? terms.Where(one => !ignored.Contains(one.Key)).ToDictionary(StringComparer.Ordinal) : null,
            TagsIgnored = ignored.Length > 0 ? ignored : null,
        };
    }

    /// <summary>The tags that somebody has or had until they expired, with the instant at which each stops holding; null: never.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset?> Of(Profile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var held = Marks(profile).Where(mark => mark.On).ToDictionary(mark => mark.Name, mark => mark.Until, StringComparer.Ordinal);
        foreach (var name in (profile.Tagged ?? []).Select(one => TagAudience.TagOf(one.Segment)!).Where(name => Find(name) is { ByRule: true }))
        {
            held[name] = null;
        }

        return held;
    }

    /// <summary>What the tags carry that somebody has or had until they expired: those that carry nothing are left out.</summary>
    public IReadOnlyDictionary<string, JsonElement> ValuesOf(Profile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var values = Marks(profile).Where(mark => mark is { On: true, Value: not null }).ToDictionary(mark => mark.Name, mark => mark.Value!.Value, StringComparer.Ordinal);
        foreach (var (name, value) in (profile.Tagged ?? []).Where(one => one.Value is not null).Select(one => (TagAudience.TagOf(one.Segment)!, one.Value!.Value)))
        {
            if (Find(name) is { ByRule: true })
            {
                values[name] = value;
            }
        }

        return values;
    }

    /// <summary>The tags that somebody has now, with what each carries; true: nothing.</summary>
    public IReadOnlyDictionary<string, JsonElement> CarriedBy(Profile profile, DateTimeOffset now)
    {
        var values = ValuesOf(profile);
        return Of(profile).Where(tag => !(tag.Value <= now)).ToDictionary(tag => tag.Key, tag => values.TryGetValue(tag.Key, out var value) ? value : True, StringComparer.Ordinal);
    }

    /// <summary>Why somebody came to have a tag or lost it; null: by a word, which is an event of its own.</summary>
    public TagChange? Why(Profile profile, string name)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return Find(name) switch
        {
            { Retired: true } => TagChange.Retired,
            { ByRule: true, Definition.Kind: TagKind.Computed } => TagChange.Computed,
            { ByRule: true } => TagChange.Rule,
            _ => profile.Tags.FirstOrDefault(mark => mark.Name == name) is { On: true, Until: not null } ? TagChange.Expired : null,
        };
    }

    /// <summary>Words that count.</summary>
    public IEnumerable<TagMark> Marks(Profile profile) => profile.Tags.Where(mark => ByWord(mark.Name));
}
