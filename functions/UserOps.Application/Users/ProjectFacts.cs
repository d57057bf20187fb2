using UserOps.Application.Scoring;
using UserOps.Application.Settings;
using UserOps.Application.Storage;
using UserOps.Domain;
using UserOps.Domain.Orders;
using UserOps.Domain.Scoring;
using UserOps.Domain.Users;

namespace UserOps.Application.Users;

/// <summary>Writes a user's facts to the bucket that nightly scoring reads. A higher revision replaces a lower one, so late writers do no harm.</summary>
public sealed class ProjectFacts(ITableStore store, UserOpsSettings settings)
{
    public Task RunAsync(Profile profile, CancellationToken cancel) =>
        WriteAsync(new(profile.Key, profile.Rev, Days.Of(profile.FirstSeen, settings.Workspace.Zone), profile.Purchases), cancel);

    /// <summary>
    /// Takes a merged user out of scoring: facts of the highest revision, first seen after the end of time, so that no writer who was overtaken by the merge
    /// brings them back.
    /// </summary>
    public Task RetireAsync(string userKey, CancellationToken cancel) =>
        WriteAsync(new(userKey, long.MaxValue, Days.Of(DateOnly.MaxValue), PurchaseHistory.Empty), cancel);

    private async Task WriteAsync(UserFacts facts, CancellationToken cancel)
    {
        var partition = FactRow.PartitionOf(facts.UserKey);
        var key = FactRow.Key(facts.UserKey);
        while (true)
        {
            var row = await store.GetAsync(partition, key, cancel);
            if (row is not null && FactRow.Read(row).Rev >= facts.Rev)
            {
                return;
            }

            Change change = row is null
                ? new Change.Insert(FactRow.Write(facts)) { Key = key }
                : new Change.Replace(FactRow.Write(facts), row.ETag) { Key = key };
            if (await store.CommitAsync(partition, [change], cancel) is CommitResult.Committed)
            {
                return;
            }
        }
    }
}
