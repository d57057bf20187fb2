using UserOps.Application.Journeys;
using UserOps.Domain;
using UserOps.Domain.Segments;

namespace UserOps.Application.Segments;

/// <summary>Reads a segment against all that the application knows by name now.</summary>
public sealed class CheckSegment(PublishedSegments published, SegmentRows rows, GatherNames gather)
{
    /// <param name="key">What it is stored under; null: nowhere yet.</param>
    public async Task<SegmentReading> RunAsync(ReadOnlyMemory<byte> document, string? key, CancellationToken cancel)
    {
        var known = await published.ReadAsync(cancel);
        var names = (await gather.RunAsync(cancel)).InConditions;
        return SegmentReader.Read(document.Span, known.Conditions, names) switch
        {
            SegmentReading.Of { Segment.Key: var own } when key is not null && own != key => Wrong("/key", $"This segment is saved as '{key}'; the key says '{own}'."),
            SegmentReading.Of { Segment: var segment } when await OtherKindAsync(segment, cancel) is { } kind =>
                Wrong("/kind", $"This segment was published as {kind.ToString().ToLowerInvariant()} and stays so; take another key."),
            var reading => reading,
        };
    }

    /// <summary>A list can't be made out of a condition, nor the other way round, without somebody's having left who is still in.</summary>
    private async Task<SegmentKind?> OtherKindAsync(SegmentDefinition segment, CancellationToken cancel) =>
        await rows.FindAsync(segment.Key, cancel) is { Head: { Version: > 0, Kind: var kind } } && kind != segment.Kind ? kind : null;

    private static SegmentReading.Wrong Wrong(string at, string what) => new([new Mistake(at, what)]);
}
