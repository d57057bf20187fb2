using UserOps.Application.Users;
using UserOps.Domain.Users;

namespace UserOps.Application.Segments.Reviews;

/// <summary>Somebody by name, with segments and tags that are right now: looked at first where the instant for it has come.</summary>
public sealed class ReviewedUser(NamedUser named, ReviewAlone review, TimeProvider clock)
{
    /// <param name="id">As <see cref="NamedUser"/> takes it.</param>
    /// <returns>Null when nobody is known by it.</returns>
    public async Task<Profile?> RunAsync(string id, CancellationToken cancel)
    {
        var profile = await named.RunAsync(id, cancel);
        if (profile is null || !(profile.ReviewAt <= clock.GetUtcNow()))
        {
            return profile;
        }

        await review.RunAsync(profile.Key, cancel);
        return await named.RunAsync(id, cancel) ?? profile;
    }
}
