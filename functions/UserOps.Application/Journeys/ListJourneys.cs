namespace UserOps.Application.Journeys;

/// <summary>All journeys, by key, in pages.</summary>
public sealed class ListJourneys(JourneyRows rows)
{
    public const int MostOnPage = 200;

    /// <param name="from">The next of the page before; null: from the first.</param>
    /// <param name="size">1 to <see cref="MostOnPage"/>.</param>
    public async Task<JourneyPage> RunAsync(string? from, int size, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, MostOnPage);
        var (heads, next) = await rows.ListAsync(from, size, cancel);
        return new(heads, next);
    }
}
