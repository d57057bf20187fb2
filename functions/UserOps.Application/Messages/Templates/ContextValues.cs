using System.Globalization;
using NodaTime;
using UserOps.Application.Recommendations;
using UserOps.Application.Scoring;
using UserOps.Application.Settings;
using UserOps.Application.Users;
using UserOps.Domain.Messages;
using UserOps.Domain.Scoring;
using UserOps.Domain.Users;

namespace UserOps.Application.Messages.Templates;

/// <summary>The names of <see cref="OfferedNames"/> for one person.</summary>
public static class ContextValues
{
    public static TemplateValues Of(TemplateContext context, WorkspaceSettings workspace)
    {
        var traits = JsonValues.Group(context.Profile.Traits.Select(trait => (trait.Name, trait.Value)));
        var language = Text(traits, [.. PersonLanguage.Traits]);
        var zone = PersonZone.Of(context.Profile, workspace.Zone);
        var root = Group(
            ("user", User(context.Profile, traits, language, zone, workspace)),
            ("trait", traits),
            (OfferedNames.Tag, JsonValues.Group(context.Tags.Select(tag => (tag.Key, tag.Value)))),
            ("score", context.Score is { } score ? Score(score, language) : null),
            ("event", context.Event is { } said
                ? Group(("name", said.Name), ("at", Instant(said.At)), ("properties", JsonValues.Of(said.Properties)))
                : null),
            (OfferedNames.Recommendations, context.Recommendations.Count > 0 ? context.Recommendations.Select(Recommended).ToList<object>() : null),
            ("run", Group(("variables", JsonValues.Group(context.Variables.Select(variable => (variable.Key, variable.Value)))))),
            ("links", Group(("unsubscribe", context.Unsubscribe?.AbsoluteUri), ("preferences", context.Preferences?.AbsoluteUri))),
            ("workspace", Group(("name", workspace.Name), ("currency", workspace.Currency), ("timeZone", workspace.Zone.Id))));
        return new(root, language, zone);
    }

    private static Dictionary<string, object> User(
        Profile profile, Dictionary<string, object> traits, string? language, DateTimeZone zone, WorkspaceSettings workspace)
    {
        var purchases = PurchasesView.Of(profile, workspace.Currency);
        var (first, last) = (Text(traits, "firstName", "first_name"), Text(traits, "lastName", "last_name"));
        return Group(
            ("id", profile.DisplayId is { Kind: IdentifierKind.User } known ? known.Value : profile.DisplayId?.ToString()),
            ("email", Text(traits, "email") ?? profile.Links.FirstOrDefault(link => link.Identifier.Kind == IdentifierKind.Email)?.Identifier.Value),
            ("firstName", first),
            ("lastName", last),
            ("name", Text(traits, "name") ?? (first is not null && last is not null ? $"{first} {last}" : first ?? last)),
            ("language", language),
            ("timeZone", zone.Id),
            ("firstSeen", Instant(profile.FirstSeen)),
            ("lastSeen", Instant(profile.LastSeen)),
            ("orders", (decimal)purchases.Orders),
            ("amount", purchases.Amount),
            ("currency", purchases.Currency),
            ("firstOrder", Day(purchases.FirstOrder)),
            ("lastOrder", Day(purchases.LastOrder)));
    }

    private static Dictionary<string, object> Recommended(Recommendation item) => Group(
        ("id", item.Product.Id),
        ("name", item.Product.Name?.Value),
        ("url", item.Product.Url?.Value),
        ("imageUrl", item.Product.ImageUrl?.Value),
        ("price", item.Price),
        ("currency", item.Product.Price?.Value.Currency),
        ("because", item.Because?.Name?.Value));

    private static Dictionary<string, object> Score(UserScore score, string? language) => Group(
        ("asOf", Day(score.AsOf)),
        ("stage", score.Stage.Code),
        ("stageName", Name(score.Stage, language)),
        ("segment", score.Segment?.Code),
        ("segmentName", Name(score.Segment, language)),
        ("rfm", (decimal?)score.Rfm),
        ("recency", (decimal?)score.RecencyScore),
        ("frequency", (decimal?)score.FrequencyScore),
        ("monetary", (decimal?)score.MonetaryScore),
        ("recencyDays", (decimal?)score.RecencyDays),
        ("orders", (decimal)score.Orders),
        ("amount", score.Amount),
        ("currency", score.Currency));

    private static string? Name(Segment? segment, string? language) =>
        language is not null && LanguageTags.Language(language.Replace('_', '-')) == "zh" ? segment?.ChineseName : segment?.Name;

    private static string? Text(Dictionary<string, object> traits, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (traits.GetValueOrDefault(name) is string text)
            {
                return text;
            }
        }

        return null;
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Dictionary<string, object> Group(params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var group = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            if (value is not (null or ""))
            {
                group[name] = value;
            }
        }

        return group;
    }
}
