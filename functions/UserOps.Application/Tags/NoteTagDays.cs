using UserOps.Application.Scoring;
using UserOps.Application.Segments.Audiences;
using UserOps.Domain.Tags;

namespace UserOps.Application.Tags;

/// <summary>Keeps how many had each tag at the end of a night: 256 counts of each, and one row.</summary>
public sealed class NoteTagDays(TagNames names, TagDays days, AudienceRows audiences)
{
    /// <summary>Twice counts anew for the same day.</summary>
    public async Task RunAsync(ScoringRun run, CancellationToken cancel)
    {
        if (run.Live)
        {
            await foreach (var tag in names.AllAsync(cancel))
            {
                await days.SetAsync(tag, run.AsOf, await audiences.SizeAsync(TagAudience.Of(tag), cancel), cancel);
            }
        }
    }
}
