using UserOps.Application.Segments.Audiences;
using UserOps.Application.Segments.Reviews;

namespace UserOps.Application.Segments.Members;

/// <summary>The segments that somebody is and was in.</summary>
public sealed class ReadUserSegments(ReviewedUser reviewed, SegmentRows segments, AudienceRows audiences)
{
    /// <returns>Null when nobody is known by the id.</returns>
    public async Task<UserSegmentsView?> RunAsync(string id, CancellationToken cancel)
    {
        if (await reviewed.RunAsync(id, cancel) is not { } profile)
        {
            return null;
        }

        var found = new List<UserSegmentView>();
        await foreach (var head in segments.AllAsync(cancel))
        {
            if (head.Version > 0 && await audiences.FindAsync(head.Key, profile.Key, cancel) is { } member)
            {
                found.Add(new(head.Key, head.Name, member.In, member.Spells));
            }
        }

        return new(found, profile.ReviewAt);
    }
}
