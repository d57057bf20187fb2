using Microsoft.AspNetCore.Http;
using NodaTime;
using UserOps.Application.Http;
using UserOps.Domain.Tags;

namespace UserOps.Application.Tags;

/// <summary>Tags to put on and take off, as somebody asked for it.</summary>
/// <param name="Tags">By name: on or off; at least one.</param>
/// <param name="Terms">By name, of those that are put on and hold for a time or carry something; null: there are none.</param>
public sealed record TagsAsked(IReadOnlyDictionary<string, bool> Tags, IReadOnlyDictionary<string, TagTerm>? Terms = null)
{
    private const int Most = 50;

    /// <param name="known">Retired ones and those of rules can't be put on by hand, and values must be of their types.</param>
    /// <param name="zone">The workspace's.</param>
    internal static (TagsAsked? Asked, IResult? Refusal) Read(TagRequest body, TagSet known, DateTimeZone zone)
    {
        var tags = new Dictionary<string, bool>(StringComparer.Ordinal);
        var terms = new Dictionary<string, TagTerm>(StringComparer.Ordinal);
        foreach (var (i, item) in (body.Add ?? []).Index())
        {
            var (name, term, refusal) = AddedTag.Read(item, $"add[{i}]", known, zone);
            if (refusal is not null)
            {
                return (null, refusal);
            }

            tags[name!] = true;
            terms.Remove(name!);
            if (term is not null)
            {
                terms[name!] = term;
            }
        }

        foreach (var (i, text) in (body.Remove ?? []).Index())
        {
            var field = $"remove[{i}]";
            if (TagName.Of(text) is not { } name)
            {
                return (null, Problem.Invalid(field, AddedTag.Form));
            }

            if (!tags.TryAdd(name, false) && tags[name])
            {
                return (null, Problem.Invalid(field, "The same tag can't be put on and taken off at once."));
            }

            if (known.Find(name) is { ByRule: true } rule)
            {
                return (null, AddedTag.RefusalOf(rule, field));
            }
        }

        return tags.Count is 0 or > Most
            ? (null, Problem.Invalid("add", $"Name 1 to {Most} tags, as in {{\"add\":[\"vip\"],\"remove\":[\"trial\"]}}."))
            : (new(tags, terms.Count > 0 ? terms : null), null);
    }
}
