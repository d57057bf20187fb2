using NodaTime;
using UserOps.Domain.Journeys;
using UserOps.Domain.Segments;

namespace UserOps.Domain.Tags;

/// <summary>
/// Reads a tag's definition as marketers write it (docs/tags.md) and says everything that is wrong with it at once:
/// <code>{"key": "vip", "names": {"en": "VIP"}, "description": "…", "owner": "…", "kind": "manual", "valueType": "none", "ttl": "P90D"}</code>
/// </summary>
public static class TagReader
{
    private const int DescriptionLength = 1_000;
    private const int OwnerLength = 200;
    private const int Languages = 50;
    private static readonly string[] Allowed = ["key", "names", "description", "owner", "kind", "source", "valueType", "ttl", "where", "compute"];

    /// <param name="names">What a rule may name; null: anything.</param>
    /// <param name="audiences">Published segments and rule tags, as <see cref="SegmentGraph"/> takes them; null: circles are not looked for.</param>
    public static TagReading Read(ReadOnlySpan<byte> utf8, ConditionNames? names = null, IReadOnlyDictionary<string, Condition?>? audiences = null)
    {
        var (json, wrong) = JourneyDocument.Parse(utf8, "tag");
        if (json is not { } document)
        {
            return new TagReading.Wrong([wrong!]);
        }

        var mistakes = new List<Mistake>();
        var tag = JsonFields.Of(document, "", "A tag", mistakes) is { } fields ? Tag(fields, names, audiences) : null;
        return mistakes.Count == 0 ? new TagReading.Of(tag!) : new TagReading.Wrong([.. mistakes.Take(JourneyLimits.Mistakes)]);
    }

    private static TagDefinition Tag(JsonFields fields, ConditionNames? names, IReadOnlyDictionary<string, Condition?>? audiences)
    {
        fields.Allow(Allowed);
        var key = Key(fields);
        var shown = Names(fields);
        var description = fields.Text("description", DescriptionLength, null);
        var owner = fields.Text("owner", OwnerLength, null);
        var kind = fields.Find("kind", "write manual, rule, computed or imported") is { } written ? Words<TagKind>.Read(written, fields.AtOf("kind"), fields.Mistakes) : null;
        var type = fields.Find("valueType") is { } told ? Words<TagValueType>.Read(told, fields.AtOf("valueType"), fields.Mistakes) : TagValueType.None;
        if (kind == TagKind.Rule && type is not (null or TagValueType.None))
        {
            fields.Wrong("valueType", "A rule says who has a tag, and no value; write none, or leave it out.");
        }

        if (kind is not (null or TagKind.Computed) && fields.Has("compute"))
        {
            fields.Wrong("compute", "Only a computed tag has a computation; leave it out, or make the tag computed.");
        }

        return new(key ?? "", shown, description, owner, kind ?? default, Source(fields, kind), type ?? default, Ttl(fields, kind), Where(fields, kind, key, names, audiences))
        {
            Compute = kind == TagKind.Computed ? ComputationReader.Read(fields, type) : null,
        };
    }

    private static string? Key(JsonFields fields)
    {
        if (fields.Text("key", TagName.MaxLength, "write the tag's name, such as vip") is not { } written)
        {
            return null;
        }

        if (TagName.Of(written) != written)
        {
            fields.Wrong("key", $"Tags are written trimmed and in lower case{(TagName.Of(written) is { } name ? $": '{Shown.Of(name)}'" : "")}.");
        }
        else if (written.Contains('/', StringComparison.Ordinal))
        {
            fields.Wrong("key", "A tag that is defined has no '/', which would end its address.");
        }

        return written;
    }

    private static Dictionary<string, string> Names(JsonFields fields)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        if (fields.Find("names", "write what people see, by language, as in {\"en\": \"VIP\"}") is { } json && JsonFields.Of(json, fields.AtOf("names"), "'names'", fields.Mistakes) is { } byLanguage)
        {
            var languages = json.EnumerateObject().Select(JsonText.NameOf).Distinct(StringComparer.Ordinal).ToList();
            if (languages.Count is 0 or > Languages)
            {
                fields.Wrong("names", $"Name it in 1 to {Languages} languages.");
            }

            foreach (var language in languages.Take(Languages))
            {
                if (!IsLanguage(language))
                {
                    byLanguage.Wrong(language, "A language is a tag such as en or zh-CN.");
                }
                else if (byLanguage.Text(language, JourneyLimits.NameLength, null) is { } name)
                {
                    names[language] = name;
                }
            }
        }

        return names;
    }

    private static bool IsLanguage(string text) =>
        text.Length is >= 2 and <= 35 && text.Split('-') is [{ Length: >= 2 and <= 8 } first, .. var rest]
        && first.All(char.IsAsciiLetter) && rest.All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit));

    private static string? Source(JsonFields fields, TagKind? kind)
    {
        var source = fields.Text("source", OwnerLength, kind == TagKind.Imported ? "say where the tag comes from" : null);
        if (source is not null && kind is not (null or TagKind.Imported))
        {
            fields.Wrong("source", "Only an imported tag comes from elsewhere; leave it out.");
        }

        return source;
    }

    private static Period? Ttl(JsonFields fields, TagKind? kind)
    {
        if (fields.Find("ttl") is not { } json)
        {
            return null;
        }

        if (kind is TagKind.Rule or TagKind.Computed)
        {
            fields.Wrong("ttl", kind == TagKind.Computed ? "A computed tag lasts as long as there is something in its window; leave it out." : "A rule says itself how long it holds; leave it out, or ask about a window in 'where'.");
            return null;
        }

        var period = JsonText.Of(json) is { } text ? Segments.Durations.Read(text) : null;
        if (period is null || !Segments.Durations.IsWholeDays(period))
        {
            fields.Wrong("ttl", $"Must be whole days, weeks, months or years such as \"P90D\", of at most {ConditionLimits.Years} years.");
        }

        return period;
    }

    private static Condition? Where(JsonFields fields, TagKind? kind, string? key, ConditionNames? names, IReadOnlyDictionary<string, Condition?>? audiences)
    {
        if (kind is not (null or TagKind.Rule))
        {
            if (fields.Has("where"))
            {
                fields.Wrong("where", "Only a rule has a condition; leave it out, or make the tag a rule.");
            }

            return null;
        }

        if (fields.Find("where", kind == TagKind.Rule ? "write a condition, as docs/conditions.md has it" : null) is not { } json)
        {
            return null;
        }

        var where = ConditionReader.Read(json, fields.AtOf("where"), ConditionScope.Segment, fields.Mistakes, names);
        if (where is not null && key is not null && audiences is not null && SegmentGraph.CycleThrough(TagAudience.Of(key), where, audiences) is { } cycle)
        {
            fields.Wrong("where", $"A tag can't be built from itself: {string.Join(" → ", cycle)}.");
        }

        return where;
    }
}
