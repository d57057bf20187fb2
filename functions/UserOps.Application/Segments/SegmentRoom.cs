using UserOps.Domain.Segments;

namespace UserOps.Application.Segments;

/// <summary>How many segments there can be: every published one with a condition is judged for whoever does something that any of them mentions.</summary>
public sealed class SegmentRoom(SegmentRows rows)
{
    /// <summary>Published ones with a condition.</summary>
    public int MostDynamic { get; init; } = 500;

    /// <summary>Drafts and published ones, lists among them; not those archived.</summary>
    public int MostKept { get; init; } = 2_000;

    /// <summary>To be asked after the graph was read, under whose ETag the write then goes.</summary>
    /// <param name="before">Null: there was none.</param>
    /// <returns>What to say; null: there is room.</returns>
    public async Task<string?> RefusalAsync(SegmentHead? before, SegmentHead after, CancellationToken cancel)
    {
        var (more, dynamic) = (!IsKept(before) && IsKept(after), !IsDynamic(before) && IsDynamic(after));
        if (!more && !dynamic)
        {
            return null;
        }

        var (kept, published) = (0, 0);
        await foreach (var head in rows.AllAsync(cancel).Where(head => head.Key != after.Key))
        {
            kept += IsKept(head) ? 1 : 0;
            published += IsDynamic(head) ? 1 : 0;
        }

        return dynamic && published >= MostDynamic ? $"{MostDynamic} segments with a condition are published, which is as many as there can be; archive one first."
            : more && kept >= MostKept ? $"There are {MostKept} segments that are not archived, which is as many as there can be; archive one first."
            : null;
    }

    private static bool IsKept(SegmentHead? head) => head is { State: not SegmentState.Archived };

    private static bool IsDynamic(SegmentHead? head) => head is { State: SegmentState.Published, Kind: SegmentKind.Dynamic };
}
