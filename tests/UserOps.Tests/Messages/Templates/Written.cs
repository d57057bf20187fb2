using System.Text.Json;
using UserOps.Application.Messages.Templates;
using UserOps.Domain;
using UserOps.Domain.Events;
using UserOps.Domain.Users;

namespace UserOps.Tests.Messages.Templates;

/// <summary>Templates and people of the tests.</summary>
internal static class Written
{
    public static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public static TemplateContent Email(string html, string subject = "News", string? text = null, string purpose = TemplateContent.Transactional, string language = "en") => new()
    {
        Channel = ChannelKind.Email,
        Purpose = purpose,
        DefaultLanguage = language,
        Languages = new Dictionary<string, TemplateParts> { [language] = new() { Subject = subject, Html = html, Text = text } },
    };

    public static TemplateContent Sms(string body, string language = "en") => new()
    {
        Channel = ChannelKind.Sms,
        Purpose = TemplateContent.Transactional,
        DefaultLanguage = language,
        Languages = new Dictionary<string, TemplateParts> { [language] = new() { Body = body } },
    };

    public static TemplateContent Piece(TemplateKind kind, string? html, string? text = null) => new()
    {
        Kind = kind,
        DefaultLanguage = "en",
        Languages = new Dictionary<string, TemplateParts> { ["en"] = new() { Html = html, Text = text } },
    };

    public static TemplateBundle With(this TemplateContent content, params (string Key, TemplateContent Content)[] includes) =>
        new() { Content = content, Includes = includes.ToDictionary(i => i.Key, i => i.Content) };

    public static IReadOnlyList<Mistake> Mistakes(this TemplateContent content, params (string Key, TemplateContent Content)[] includes) =>
        TemplateCheck.Check(content.With(includes));

    /// <summary>A person with these traits.</summary>
    public static TemplateContext Person(string traits = "{}", string? properties = null) => new()
    {
        Profile = new()
        {
            Key = "u~test",
            FirstSeen = Start,
            LastSeen = Start,
            Links = [new(Identifier.User("42"), Said), new(Identifier.OfEmail("ada@example.com"), Said)],
            Traits = [.. Json(traits).EnumerateObject().Select(trait => new Trait(trait.Name, trait.Value, Said))],
        },
        Event = properties is null ? null : new("Order Completed", Start, Json(properties)),
        Unsubscribe = new("https://shop.example/u?a=1&b=2"),
    };

    /// <summary>What comes out, after the check has let it pass.</summary>
    public static Rendering Render(this TemplateBundle bundle, TemplateContext context, string zone = "UTC")
    {
        Assert.Empty(TemplateCheck.Check(bundle));
        var workspace = new Application.Settings.WorkspaceSettings { Zone = NodaTime.DateTimeZoneProviders.Tzdb[zone], Currency = "EUR", Name = "Blue & Notes" };
        return new CompiledVersion("t", 1, bundle, workspace.Currency).Render(ContextValues.Of(context, workspace), null);
    }

    public static TemplateParts Parts(this Rendering rendering) => Assert.IsType<Rendering.Rendered>(rendering).Message.Parts;

    public static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;

    private static Stamp Said => new(Start, "test");
}
