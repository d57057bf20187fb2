namespace UserOps.Application.Journeys;

/// <summary>What a driver does about a run after it was advanced.</summary>
public abstract record RunProgress
{
    private RunProgress()
    {
    }

    /// <summary>There is more to do at once; the call stopped to stay short.</summary>
    public sealed record Again : RunProgress;

    /// <summary>Nothing before this instant, unless a wake-up comes.</summary>
    public sealed record SleepUntil(DateTimeOffset Instant) : RunProgress;

    /// <summary>Paused: nothing until a wake-up comes.</summary>
    public sealed record Resting : RunProgress;

    public sealed record Ended : RunProgress;

    /// <summary>There is no such run: not yet, or not any more.</summary>
    public sealed record Gone : RunProgress;
}
