using UserOps.Domain.Tags;

namespace UserOps.Application.Tags;

/// <summary>How many tags can go by rules and computations: each is judged for whoever does something that any of them mentions, and what it carries stands in the profile.</summary>
public sealed class TagRoom(TagRows rows)
{
    public int MostReckoned { get; init; } = 200;

    /// <summary>To be asked after the graph was read, under whose ETag the write then goes.</summary>
    /// <returns>What to say; null: there is room.</returns>
    public async Task<string?> RefusalAsync(TagHead after, CancellationToken cancel) =>
        IsReckoned(after) && await rows.AllAsync(cancel).CountAsync(head => head.Name != after.Name && IsReckoned(head), cancel) >= MostReckoned
            ? $"{MostReckoned} tags go by a rule or a computation, which is as many as there can be; retire one first."
            : null;

    private static bool IsReckoned(TagHead head) => head is { State: TagState.Active, Kind: TagKind.Rule or TagKind.Computed };
}
