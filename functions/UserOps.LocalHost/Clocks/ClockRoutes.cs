using NodaTime;
using NodaTime.Text;
using UserOps.Application.Http;
using UserOps.Application.Settings;

namespace UserOps.LocalHost.Clocks;

/// <summary>Moves time forward, with everything due on the way happening in order. Only where the host was started for it, and only on loopback.</summary>
internal static class ClockRoutes
{
    /// <summary>A night is scored for every day, so more at a time would keep the caller waiting for very long.</summary>
    private const int MostDays = 400;

    public static readonly Application.Http.Route ReadClock = new("ReadClock", "GET", "api/dev/clock", Access.Viewer, ReadAsync);

    public static readonly Application.Http.Route AdvanceClock = new("AdvanceClock", "POST", "api/dev/clock", Access.Admin, AdvanceAsync);

    public static IReadOnlyList<Application.Http.Route> All { get; } = [ReadClock, AdvanceClock];

    public static Task<IResult> ReadAsync(HttpRequest request) => Task.FromResult(Results.Ok(View(request)));

    /// <summary>Body: <c>{"advance":"P2D"}</c>, an ISO 8601 duration; days by the workspace's calendar. Answers when all that came due is done.</summary>
    public static async Task<IResult> AdvanceAsync(HttpRequest request)
    {
        var (wanted, refusal) = await Body.ReadJsonAsync<AdvanceRequest>(request);
        if (refusal is not null)
        {
            return refusal;
        }

        var services = request.HttpContext.RequestServices;
        var now = services.GetRequiredService<VirtualClock>().GetUtcNow();
        var zone = services.GetRequiredService<UserOpsSettings>().Workspace.Zone;
        if (wanted!.Advance is not { } text || PeriodPattern.NormalizingIso.Parse(text) is not { Success: true, Value: var period } || Target(now, period, zone) is not { } target)
        {
            return Problem.Invalid("advance", $"A duration is written as P2D or PT90M; it is positive and at most {MostDays} days.");
        }

        await services.GetRequiredService<SteppedWork>().AdvanceToAsync(target, request.HttpContext.RequestAborted);
        return Results.Ok(View(request));
    }

    /// <returns>Null when it lies before now or too far ahead.</returns>
    private static DateTimeOffset? Target(DateTimeOffset now, Period period, DateTimeZone zone)
    {
        try
        {
            var target = Domain.Journeys.WaitClock.Later(Instant.FromDateTimeOffset(now).InZone(zone), period);
            return target > now && target - now <= TimeSpan.FromDays(MostDays) ? target : null;
        }
        catch (Exception fault) when (fault is OverflowException or ArgumentOutOfRangeException or InvalidOperationException)
        {
            return null;
        }
    }

    private static ClockView View(HttpRequest request)
    {
        var clock = request.HttpContext.RequestServices.GetRequiredService<VirtualClock>();
        return new(clock.GetUtcNow(), (long)clock.Lead.TotalSeconds);
    }

    private sealed record AdvanceRequest(string? Advance);

    /// <param name="Now">By the host's clock.</param>
    /// <param name="AheadSeconds">Of the system's clock.</param>
    private sealed record ClockView(DateTimeOffset Now, long AheadSeconds);
}
