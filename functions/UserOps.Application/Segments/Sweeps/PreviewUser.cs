using UserOps.Application.Segments.Reviews;
using UserOps.Application.Users;

namespace UserOps.Application.Segments.Sweeps;

/// <summary>Whether somebody would be in a segment, and is in it now; nothing is written.</summary>
public sealed class PreviewUser(FindUser find, JudgeSegments judge)
{
    /// <param name="set">The segment that is tried and those that it is built from.</param>
    /// <returns>Nothing of somebody who has become somebody else, who is counted there.</returns>
    public async Task<SweepCounts> RunAsync(string userKey, string segment, SegmentSet set, DateTimeOffset now, CancellationToken cancel)
    {
        var user = await find.RunAsync(userKey, cancel);
        if (user.Key != userKey || user.Holder is not Holder.Here { Profile: var profile })
        {
            return default;
        }

        var verdicts = await judge.RunAsync(profile, set, now, cancel);
        return SweepCounts.Of(profile.Segments?.Any(one => one.Segment == segment) == true, verdicts[segment].Holds);
    }
}
