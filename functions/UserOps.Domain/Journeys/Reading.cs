using UserOps.Domain.Segments;

namespace UserOps.Domain.Journeys;

/// <summary>One document on its way to a journey: what was found wrong so far, and what it may name.</summary>
internal sealed class Reading(ReadCondition condition, KnownNames known)
{
    public List<Mistake> Mistakes { get; } = [];

    public KnownNames Known => known;

    /// <summary>The journey's own key, by which its conditions may speak of it before it is saved; null: it has none that can be read.</summary>
    public string? OwnKey { get; set; }

    /// <summary>Null where there is none, and where there is one that can't be read.</summary>
    public Condition? Condition(JsonFields fields, string name, ConditionUse use, string? form = null)
    {
        if (fields.Find(name, form) is not { } json)
        {
            return null;
        }

        var before = Mistakes.Count;
        var read = condition(json, fields.AtOf(name), use, InConditions(), Mistakes);
        if (read is null && Mistakes.Count == before)
        {
            fields.Wrong(name, "This is no condition.");
        }

        return read;
    }

    /// <param name="what">What it names, in a sentence: <c>template</c>.</param>
    /// <param name="names">Null: they are not checked.</param>
    /// <param name="none">What to do while there is none at all.</param>
    public string? Checked(string? value, string at, string what, IReadOnlySet<string>? names, string? none = null)
    {
        if (value is not null && names?.Contains(value) == false)
        {
            Mistakes.Add(new(at, $"There is no {what} '{Shown.Of(value)}'{(names.Count == 0 && none is not null ? $"; {none}" : NearestName.Hint(value, names))}"));
        }

        return value;
    }

    private KnownNames InConditions() => known.PastJourneys is { } past && OwnKey is { } own && !past.Contains(own)
        ? known with { PastJourneys = past.Append(own).ToHashSet(StringComparer.Ordinal) }
        : known;
}
