using System.Text.Json;
using System.Text.RegularExpressions;
using UserOps.Application.Journeys.Shipped;
using UserOps.Application.Messages.Templates;
using UserOps.Application.Settings;
using UserOps.Domain.Events;
using UserOps.Domain.Journeys;
using UserOps.Domain.Users;
using UserOps.Tests.Messages.Templates;

namespace UserOps.Tests.Journeys.Shipped;

/// <summary>What is shipped is right by itself: documents read, templates pass their check, and messages come out for whoever is known well or hardly.</summary>
public sealed partial class ShippedLibraryTests
{
    private static readonly Stamp Stamp = new(Written.Start, "test");

    public static TheoryData<string> Journeys => [.. ShippedLibrary.Journeys.Select(journey => journey.Key)];

    public static TheoryData<string> Messages =>
        [.. ShippedLibrary.Templates.Where(template => template.Content.Kind == TemplateKind.Message).SelectMany(template => new[] { $"{template.Key} en", $"{template.Key} zh" })];

    [Theory]
    [MemberData(nameof(Journeys))]
    public void A_shipped_journey_reads_without_a_mistake_and_is_told_in_both_languages(string key)
    {
        var shipped = ShippedLibrary.Journeys.Single(journey => journey.Key == key);
        var known = new KnownNames
        {
            Templates = ShippedLibrary.Templates.Where(template => template.Content.Kind == TemplateKind.Message).Select(template => template.Key).ToHashSet(),
            Channels = new HashSet<string> { "email", "sms" },
            Endpoints = new HashSet<string>(),
            Coupons = new HashSet<string>(),
            Segments = new HashSet<string>(),
            Journeys = ShippedLibrary.Journeys.TakeWhile(journey => journey != shipped).Select(journey => journey.Key).ToHashSet(),
        };
        var reading = JourneyReader.Read(shipped.Document.Span, ConditionForm.Full.Read, known);

        Assert.Equal("", string.Join('\n', reading is JourneyReading.Wrong wrong ? wrong.Mistakes : []));
        Assert.Equal(key, Assert.IsType<JourneyReading.Of>(reading).Journey.Key);
        Assert.Equal(["en", "zh"], shipped.Languages);
        Assert.Equal(["en", "zh"], shipped.Description.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_template_is_sent_by_a_journey_in_both_languages_and_every_e_mail_of_marketing_has_a_way_out()
    {
        var sent = ShippedLibrary.Journeys.SelectMany(journey => journey.Templates).Distinct().ToList();
        Assert.Equal(ShippedLibrary.Templates.Where(template => template.Content.Kind == TemplateKind.Message), sent.OrderBy(template => template.Key, StringComparer.Ordinal));
        Assert.All(ShippedLibrary.Templates, template => Assert.Equal(["en", "zh"], template.Content.Languages.Keys.Order(StringComparer.Ordinal)));
        Assert.All(ShippedLibrary.Templates, template => Assert.Empty(TemplateCheck.Check(Bundle(template.Key))));
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_message_comes_out_for_somebody_of_whom_nothing_is_known(string message)
    {
        var (key, language) = (message[..^3], message[^2..]);
        var parts = Render(key, new() { Profile = Known(), Unsubscribe = new("https://shop.example/u") }, language);

        Assert.All(parts.All, part => Assert.DoesNotMatch(Leftover(), part.Source));
        Assert.Contains("https://shop.example/u", parts.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"https://shop.example/u\"", parts.Html, StringComparison.Ordinal);
        Assert.InRange(parts.Subject!.Length, 4, 60);
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_message_comes_out_for_somebody_who_is_known_well(string message)
    {
        var (key, language) = (message[..^3], message[^2..]);
        var profile = Known() with
        {
            Traits = [new("birthday", Json("\"1990-05-01\""), Stamp), new("firstName", Json("\"小明 <b>\""), Stamp), new("newcomerBrowsed", Json("true"), Stamp), new("newcomerProfile", Json("true"), Stamp)],
        };
        var parts = Render(key, new()
        {
            Profile = profile,
            Event = new("Checkout Started", Written.Start, Json("""{"url":"https://shop.example/c/1?a=1&b=2","products":[{"name":"Tea & <i>cups</i>"},{"sku":"no name"},7]}""")),
            Unsubscribe = new("https://shop.example/u"),
            Preferences = new("https://shop.example/p"),
        }, language);

        Assert.All(parts.All, part => Assert.DoesNotMatch(Leftover(), part.Source));
        Assert.Contains("小明 &lt;b&gt;", parts.Html, StringComparison.Ordinal);
        Assert.Contains("小明 <b>", parts.Text, StringComparison.Ordinal);
        if (key == "checkout-reminder")
        {
            Assert.Contains("<li>Tea &amp; &lt;i&gt;cups&lt;/i&gt;</li>", parts.Html, StringComparison.Ordinal);
            Assert.Contains("- Tea & <i>cups</i>", parts.Text, StringComparison.Ordinal);
            Assert.Contains("https://shop.example/c/1?a=1&b=2", parts.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("{}", "○○○")]
    [InlineData("""{"newcomerProfile":true}""", "✓○○")]
    [InlineData("""{"newcomerBrowsed":true}""", "○✓○")]
    [InlineData("""{"newcomerProfile":true,"newcomerBrowsed":true}""", "✓✓○")]
    public void Newcomers_see_how_far_they_are(string traits, string expected)
    {
        var done = Json(traits).EnumerateObject().Select(trait => new Trait(trait.Name, trait.Value, Stamp)).OrderBy(trait => trait.Name, StringComparer.Ordinal);
        foreach (var language in new[] { "en", "zh" })
        {
            var parts = Render("onboarding-tasks", new() { Profile = Known() with { Traits = [.. done] }, Unsubscribe = new("https://shop.example/u") }, language);
            Assert.Equal((expected, expected), (Marks(parts.Html!), Marks(parts.Text!)));
        }
    }

    private static string Marks(string text) => string.Concat(text.Where(c => c is '✓' or '○'));

    private static Profile Known() => new() { Key = "u~test", FirstSeen = Written.Start, LastSeen = Written.Start };

    private static TemplateBundle Bundle(string key) => new()
    {
        Content = ShippedLibrary.Templates.Single(template => template.Key == key).Content,
        Includes = ShippedLibrary.Templates.Where(template => template.Content.Kind != TemplateKind.Message).ToDictionary(template => template.Key, template => template.Content),
    };

    private static TemplateParts Render(string key, TemplateContext context, string language)
    {
        var workspace = new WorkspaceSettings { Zone = NodaTime.DateTimeZone.Utc, Currency = "CNY", Name = "茶 & Co" };
        var rendering = new CompiledVersion(key, 1, Bundle(key), workspace.Currency).Render(ContextValues.Of(context, workspace), language);
        Assert.True(rendering is Rendering.Rendered, $"{rendering}");
        return rendering.Parts();
    }

    private static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;

    /// <summary>What a gap leaves behind: a tag, a doubled space within a line, a space before a full stop or comma.</summary>
    [GeneratedRegex(@"\{\{|\}\}|\S  \S| [,.!，。]")]
    private static partial Regex Leftover();
}
