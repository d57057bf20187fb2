using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Application.Messages.Sending;
using UserOps.Application.Users;

namespace UserOps.Application.Messages.Engagement;

/// <summary>What there is to read about one person's messages.</summary>
public static class HistoryHandlers
{
    private const int DefaultPage = 50;
    private const int DefaultInbox = 20;

    public static async Task<IResult> ReadMessagesAsync(HttpRequest request)
    {
        var (limit, refusal) = Limit(request, DefaultPage, ReadMessages.Most);
        return refusal
            ?? (await request.Use<ReadMessages>().RunAsync(UserHandlers.Id(request), After(request), limit, request.HttpContext.RequestAborted) is { } page ? Results.Ok(page) : Unknown());
    }

    public static async Task<IResult> ReadConsentAsync(HttpRequest request) =>
        await request.Use<ReadConsent>().RunAsync(UserHandlers.Id(request), request.HttpContext.RequestAborted) is { } consent ? Results.Ok(consent) : Unknown();

    public static async Task<IResult> ReadInboxAsync(HttpRequest request)
    {
        var (limit, refusal) = Limit(request, DefaultInbox, ReadInbox.Most);
        var after = After(request);
        if (after is not null && !InboxRows.IsPlace(after))
        {
            return Problem.Invalid("after", "This is none of the values that an earlier page named as next.");
        }

        return refusal
            ?? (await request.Use<ReadInbox>().RunAsync(UserHandlers.Id(request), after, limit, request.HttpContext.RequestAborted) is { } page ? Results.Ok(page) : Unknown());
    }

    public static async Task<IResult> MarkInboxReadAsync(HttpRequest request) =>
        !Guid.TryParse(request.RouteValues["message"] as string, out var message) ? Problem.NotFound("There is no such message in this inbox.")
        : await request.Use<MarkInboxRead>().RunAsync(UserHandlers.Id(request), message, request.HttpContext.RequestAborted) is { } item ? Results.Ok(item)
        : Problem.NotFound("Nobody is known by this identifier, or there is no such message in this inbox.");

    private static (int Limit, IResult? Refusal) Limit(HttpRequest request, int absent, int most)
    {
        var limit = absent;
        return request.Query["limit"] is [{ } text] && (!int.TryParse(text, out limit) || limit < 1 || limit > most)
            ? (0, Problem.Invalid("limit", $"A page holds 1 to {most} messages."))
            : (limit, null);
    }

    private static string? After(HttpRequest request) => request.Query["after"] is [{ Length: > 0 } next] ? next : null;

    private static IResult Unknown() => Problem.NotFound("Nobody is known by this identifier.");
}
