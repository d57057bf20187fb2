using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NodaTime;
using UserOps.Application.Http;
using UserOps.Domain;
using UserOps.Domain.Tags;

namespace UserOps.Application.Tags;

/// <summary>One of the tags that somebody asks to put on: a name, or <c>{"tag": "size", "value": "XL", "until": "2027-01-01"}</c>.</summary>
internal static class AddedTag
{
    public const string Form = "A tag is 1 to 60 characters without control characters.";
    private static readonly string[] Names = ["tag", "value", "until"];

    /// <param name="field">Where it stands in the body.</param>
    public static (string? Name, TagTerm? Term, IResult? Refusal) Read(JsonElement item, string field, TagSet known, DateTimeZone zone)
    {
        var bare = item.ValueKind != JsonValueKind.Object;
        if (!bare && item.EnumerateObject().FirstOrDefault(property => !Names.Contains(property.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } other)
        {
            return Wrong(field, $"There is no '{(other.Name.Length > 60 ? "…" : other.Name)}' here; what may stand here is tag, value and until.");
        }

        var text = bare ? item : item.TryGetProperty("tag", out var tag) ? tag : default;
        if (TagName.Of(text.ValueKind == JsonValueKind.String ? text.GetString() : null) is not { } name)
        {
            return Wrong(bare ? field : field + ".tag", Form);
        }

        return bare
            ? Read(name, null, null, field, "", known, zone)
            : Read(name, item.TryGetProperty("value", out var value) ? value : null, item.TryGetProperty("until", out var until) ? until : null, field + ".tag", field + ".", known, zone);
    }

    /// <param name="field">Where the tag is named.</param>
    /// <param name="before">What stands before the names of other fields.</param>
    public static (string? Name, TagTerm? Term, IResult? Refusal) Read(string name, JsonElement? value, JsonElement? until, string field, string before, TagSet known, DateTimeZone zone)
    {
        value = value is { ValueKind: JsonValueKind.Null } ? null : value;
        var (at, fault) = until is { ValueKind: not JsonValueKind.Null } told ? Until(told, zone) : default;
        if (fault)
        {
            return Wrong(before + "until", "Write a day such as \"2027-01-31\", with whose beginning the tag ends, or an instant with its offset such as \"2027-01-31T18:00:00Z\".");
        }

        var defined = known.Find(name);
        return RefusalOf(defined, field) is { } refusal ? (null, null, refusal)
            : TagValue.Fault(defined?.Definition?.ValueType ?? TagValueType.None, value) is { } what
                ? Wrong(value is null ? field : before + "value", defined is null ? "Nobody has defined this tag, so it carries no value; PUT /api/tags/{key} defines it." : $"This tag {what}.")
            : (name, value is null && at is null ? null : new(at, value?.Clone()), null);
    }

    /// <returns>Null: nothing speaks against somebody's putting it on or taking it off.</returns>
    public static IResult? RefusalOf(DefinedTag? defined, string field) => defined switch
    {
        { Retired: true } => Problem.Of(409, "retired-tag", "This tag is retired: nobody can have it any more.", field),
        { ByRule: true } => Problem.Of(409, "rule-tag", "A rule or a computation says who has this tag; it is not put on or taken off by hand.", field),
        _ => null,
    };

    private static (DateTimeOffset? At, bool Fault) Until(JsonElement told, DateTimeZone zone) =>
        told.ValueKind == JsonValueKind.String && DayOrInstant.Read(told.GetString()!, zone) is { } at ? (at, false) : (null, true);

    private static (string?, TagTerm?, IResult?) Wrong(string field, string what) => (null, null, Problem.Invalid(field, what));
}
