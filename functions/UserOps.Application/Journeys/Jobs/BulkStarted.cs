namespace UserOps.Application.Journeys.Jobs;

/// <summary>How asking for many to be let in ended.</summary>
public abstract record BulkStarted
{
    private BulkStarted()
    {
    }

    public sealed record Accepted(JourneyJob Job) : BulkStarted;

    /// <summary>Nothing was asked for but this.</summary>
    /// <param name="People">How many there are.</param>
    public sealed record Foretold(int People, StartForecast Forecast) : BulkStarted;

    /// <summary>Messages would expire, and nobody said that they may.</summary>
    public sealed record WouldExpire(int People, StartForecast Forecast) : BulkStarted;

    /// <param name="Reason"><c>not-published</c> or <c>paused</c>.</param>
    public sealed record Closed(string Reason) : BulkStarted;

    public sealed record Nobody : BulkStarted;

    public sealed record NoJourney : BulkStarted;
}
