using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using UserOps.Application.Http;
using UserOps.Application.Messages.Links;
using UserOps.Application.Operations;

namespace UserOps.Application.Messages.Engagement;

/// <summary>
/// The addresses that stand in messages. No key is asked for: the signed token says who it is about, and a forged one ends in a page that says so. Other sites may send the
/// forms too, as mail programs do with one-click unsubscribing: no cookie is read, so that they could do no more than whoever has the link.
/// </summary>
public static partial class LinkHandlers
{
    /// <summary>Asks, and changes nothing.</summary>
    public static async Task<IResult> AskAsync(HttpRequest request) =>
        Read<SignedLink.Unsubscribe>(request) is { } link
            ? PageAnswer.Of(request, await LanguageAsync(request, link), (words, sender) => LinkPages.Ask(words, sender, link.Channel, link.Purpose, PreferencesOf(request, link)))
            : PageAnswer.Lost(request);

    /// <summary>
    /// Unsubscribes, whatever the body: what mail programs send (RFC 8058), what the page's button sends, or nothing. The address alone says who and what, and the answer comes
    /// when it is in effect.
    /// </summary>
    public static async Task<IResult> UnsubscribeAsync(HttpRequest request)
    {
        if (Read<SignedLink.Unsubscribe>(request) is not { } link)
        {
            return PageAnswer.Lost(request);
        }

        await request.Use<SayConsent>().RunAsync(link.UserKey, link.MessageId, [ConsentWord.Refusal(link.Channel, link.Purpose)], request.HttpContext.RequestAborted);
        return PageAnswer.Of(request, await LanguageAsync(request, link), (words, sender) => LinkPages.Done(words, sender, link.Channel, link.Purpose, PreferencesOf(request, link)));
    }

    public static async Task<IResult> ShowPreferencesAsync(HttpRequest request) =>
        Read<SignedLink.Preferences>(request) is not { } link ? PageAnswer.Lost(request)
        : request.Use<EngagementPace>().Permits(link.UserKey) ? await PreferencesAsync(request, link, saved: false)
        : PageAnswer.Busy(request);

    public static async Task<IResult> SavePreferencesAsync(HttpRequest request)
    {
        if (Read<SignedLink.Preferences>(request) is not { } link)
        {
            return PageAnswer.Lost(request);
        }

        var cancel = request.HttpContext.RequestAborted;
        var form = await PreferenceForm.ReadAsync(request);
        if (!form.RefusesAll && !request.Use<EngagementPace>().Permits(link.UserKey))
        {
            return PageAnswer.Busy(request);
        }

        if (await request.Use<ReadPreferences>().RunAsync(link.UserKey, link.Channel, link.Purpose, cancel) is not var (_, lines))
        {
            return PageAnswer.Lost(request);
        }

        await request.Use<SayConsent>().RunAsync(link.UserKey, link.MessageId, form.Words(lines), cancel);
        return await PreferencesAsync(request, link, saved: true);
    }

    /// <summary>Leads on to the address that stood in the message, and to no other.</summary>
    public static async Task<IResult> FollowAsync(HttpRequest request)
    {
        var reading = request.Use<LinkTokens>().Read(Token(request), request.Use<TimeProvider>().GetUtcNow());
        var address = request.Query["to"] is [{ } to] ? to : null;
        if (reading is LinkReading.Expired expired && ClickTarget.Matches(expired.Link, address))
        {
            return PageAnswer.Expired(request);
        }

        if (reading is not LinkReading.Genuine { Link: SignedLink.Click click } || !ClickTarget.Matches(click, address))
        {
            return PageAnswer.Lost(request);
        }

        var target = new Uri(address!);
        await NoteAsync(request, click, noted => noted.ClickedAsync(click.UserKey, click.MessageId, target, null, request.HttpContext.RequestAborted));
        return PageAnswer.LeadTo(request, target);
    }

    /// <summary>A pixel, whatever the token: a picture that fails to load would show.</summary>
    public static async Task<IResult> ShowPixelAsync(HttpRequest request)
    {
        if (Read<SignedLink.Open>(request) is { } link)
        {
            await NoteAsync(request, link, noted => noted.OpenedAsync(link.UserKey, link.MessageId, null, request.HttpContext.RequestAborted));
        }

        return PageAnswer.Dot(request);
    }

    private static async Task<IResult> PreferencesAsync(HttpRequest request, SignedLink.Preferences link, bool saved) =>
        await request.Use<ReadPreferences>().RunAsync(link.UserKey, link.Channel, link.Purpose, request.HttpContext.RequestAborted) is var (language, lines)
            ? PageAnswer.Of(request, language, (words, sender) => LinkPages.Preferences(words, sender, lines, saved))
            : PageAnswer.Lost(request);

    /// <summary>What a browser loads before anybody asked for it counts for nothing.</summary>
    private static async Task NoteAsync(HttpRequest request, SignedLink link, Func<NoteEngagement, Task> note)
    {
        if (IsPrefetch(request) || !request.Use<EngagementPace>().Permits(link.UserKey))
        {
            return;
        }

        try
        {
            await note(request.Use<NoteEngagement>());
        }
#pragma warning disable CA1031 // Whoever clicks wants to get there, whatever breaks behind it.
        catch (Exception fault) when (!request.HttpContext.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogLost(request.Use<ILoggerFactory>().CreateLogger(typeof(LinkHandlers)), FailureReason.Of(fault));
        }
    }

    /// <summary>Source: https://wicg.github.io/nav-speculation/prefetch.html#sec-purpose-header, and what browsers sent before it.</summary>
    private static bool IsPrefetch(HttpRequest request) =>
        ((string[])["Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"]).Any(header => request.Headers[header].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase));

    private static async Task<string?> LanguageAsync(HttpRequest request, SignedLink link) =>
        (await request.Use<ReadPreferences>().RunAsync(link.UserKey, link.Channel, link.Purpose, request.HttpContext.RequestAborted))?.Language;

    /// <summary>Beside this page, wherever a proxy has put it.</summary>
    private static string PreferencesOf(HttpRequest request, SignedLink link) =>
        "../p/" + request.Use<LinkTokens>().Write(new SignedLink.Preferences(link.UserKey, link.MessageId, link.Channel, link.Purpose));

    private static T? Read<T>(HttpRequest request)
        where T : SignedLink =>
        request.Use<LinkTokens>().Read(Token(request), request.Use<TimeProvider>().GetUtcNow()) is LinkReading.Genuine { Link: T link } ? link : null;

    private static string? Token(HttpRequest request) => request.RouteValues["token"] as string;

    [LoggerMessage(1, LogLevel.Warning, "An open or a click could not be noted: {Reason}")]
    private static partial void LogLost(ILogger logger, string reason);
}
