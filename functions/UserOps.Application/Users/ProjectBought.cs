using UserOps.Application.Recommendations;
using UserOps.Application.Storage;
using UserOps.Domain.Recommendations;
using UserOps.Domain.Users;

namespace UserOps.Application.Users;

/// <summary>Writes the products a user bought to the bucket that the night reads, as <see cref="ProjectFacts"/> does the facts.</summary>
public sealed class ProjectBought(ITableStore store)
{
    public Task RunAsync(Profile profile, CancellationToken cancel) =>
        Projection.WriteAsync(
            store, profile.Key, BoughtRow.Key(profile.Key), profile.Rev, BoughtRow.Write(profile.Rev, profile.Bought ?? BoughtProducts.None), cancel);

    /// <summary>What a merged user bought counts as the other one's.</summary>
    public Task RetireAsync(string userKey, CancellationToken cancel) =>
        Projection.WriteAsync(store, userKey, BoughtRow.Key(userKey), long.MaxValue, BoughtRow.Write(long.MaxValue, BoughtProducts.None), cancel);
}
