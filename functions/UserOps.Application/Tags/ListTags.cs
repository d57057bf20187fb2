using UserOps.Application.Segments;
using UserOps.Application.Segments.Audiences;
using UserOps.Application.Segments.Reviews;
using UserOps.Domain;
using UserOps.Domain.Segments;
using UserOps.Domain.Tags;

namespace UserOps.Application.Tags;

/// <summary>Tags by name, those that nobody defined too.</summary>
public sealed class ListTags(TagNames names, TagRows rows, PublishedSegments published, AudienceRows audiences, FindSegmentUses uses, ReviewDueUsers due, TimeProvider clock)
{
    /// <summary>After which nobody can say that a tag is in use that holds for ever.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(90);

    /// <param name="from">The <c>Next</c> of the page before; null: from the first.</param>
    public async Task<TagPage> RunAsync(string? from, int size, CancellationToken cancel)
    {
        // Those whose instant has come are no longer counted.
        await due.UpToNowAsync(cancel);
        var heads = await rows.AllAsync(cancel).ToDictionaryAsync(head => head.Name, StringComparer.Ordinal, cancel);
        var all = await names.AllAsync(cancel).ToHashSetAsync(StringComparer.Ordinal, cancel);
        all.UnionWith(heads.Keys);
        string[] sorted = [.. all.Order(StringComparer.Ordinal)];
        var first = from is null ? 0 : Math.Max(0, Array.FindIndex(sorted, name => Place(name) == from));
        var (used, tags) = (await uses.AllAsync(cancel), (await published.ReadAsync(cancel)).Tags);
        var page = new List<ListedTagView>();
        foreach (var name in sorted.Skip(first).Take(size))
        {
            page.Add(await ListedAsync(name, heads.GetValueOrDefault(name), tags.Find(name)?.Definition, used.Of(TagAudience.Of(name)).None, cancel));
        }

        return new(page, first + size < sorted.Length ? Place(sorted[first + size]) : null);
    }

    private async Task<ListedTagView> ListedAsync(string name, TagHead? head, TagDefinition? definition, bool unused, CancellationToken cancel)
    {
        var (coverage, last) = await audiences.CountAsync(TagAudience.Of(name), cancel);
        var life = definition?.Ttl is { } ttl ? Durations.UpperBound(ttl) : Fresh;
        var moved = head?.ActivatedAt > last || last is null ? head?.ActivatedAt ?? last : last;

        // Whoever a rule keeps is kept anew at every instant.
        var stale = head is not { State: TagState.Draft or TagState.Retired } && !(definition?.Asked is not null && coverage > 0) && !(moved > clock.GetUtcNow() - life);
        return new(name, head?.State ?? TagState.Undefined, head?.Kind, head?.Version ?? 0, coverage, last, unused, stale);
    }

    private static string Place(string name) => HashText.Of("tag", name);
}
