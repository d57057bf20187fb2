using System.Text.Json;

namespace UserOps.Domain.Journeys;

/// <summary>The properties of one object that somebody wrote by hand. Whatever is wrong with them is noted at its spot, and reading goes on.</summary>
internal sealed class JsonFields
{
    private readonly Dictionary<string, JsonElement> _given = new(StringComparer.Ordinal);
    private readonly ICollection<Mistake> _mistakes;

    private JsonFields(JsonElement json, string at, ICollection<Mistake> mistakes)
    {
        At = at;
        _mistakes = mistakes;
        foreach (var property in json.EnumerateObject())
        {
            if (!_given.TryAdd(property.Name, property.Value))
            {
                Wrong(property.Name, $"'{Shown.Of(property.Name)}' stands here twice; leave one.");
            }
        }
    }

    public string At { get; }

    /// <param name="what">In a sentence: <c>A step</c>.</param>
    /// <returns>Null, and a mistake, when it is no object.</returns>
    public static JsonFields? Of(JsonElement json, string at, string what, ICollection<Mistake> mistakes)
    {
        if (json.ValueKind == JsonValueKind.Object)
        {
            return new(json, at, mistakes);
        }

        mistakes.Add(new(at, $"{what} is an object, {{…}}; this is {JsonKind.Of(json)}."));
        return null;
    }

    /// <summary>Notes every property that is none of these.</summary>
    public void Allow(params IReadOnlyList<string> names)
    {
        foreach (var name in _given.Keys.Where(name => !names.Contains(name)))
        {
            Wrong(name, NearestName.Of(name, names) is { } near
                ? $"There is no '{Shown.Of(name)}' here; did you mean '{near}'?"
                : $"There is no '{Shown.Of(name)}' here; what may stand here is {string.Join(", ", names)}.");
        }
    }

    public bool Has(string name) => _given.ContainsKey(name);

    /// <param name="form">What to write, for the mistake; null: it may be absent.</param>
    public JsonElement? Find(string name, string? form = null)
    {
        if (_given.TryGetValue(name, out var value))
        {
            return value;
        }

        if (form is not null)
        {
            _mistakes.Add(new(At, $"'{name}' is missing; {form}."));
        }

        return null;
    }

    public void Wrong(string name, string what) => _mistakes.Add(new(AtOf(name), what));

    public string AtOf(string name) => JsonPointer.To(At, name);

    public ICollection<Mistake> Mistakes => _mistakes;
}
