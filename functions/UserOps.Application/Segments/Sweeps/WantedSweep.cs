using UserOps.Application.Tags;
using UserOps.Domain.Tags;

namespace UserOps.Application.Segments.Sweeps;

/// <summary>Which back-fill the last change of a segment or tag asked for: an earlier one need not go on.</summary>
public sealed class WantedSweep(SegmentRows segments, TagRows tags)
{
    /// <returns>Null: none, or there is no such segment or tag.</returns>
    public async Task<string?> RunAsync(string audience, CancellationToken cancel) =>
        TagAudience.TagOf(audience) is { } tag ? (await tags.FindAsync(tag, cancel))?.Head.Sweep : (await segments.FindAsync(audience, cancel))?.Head.Sweep;
}
