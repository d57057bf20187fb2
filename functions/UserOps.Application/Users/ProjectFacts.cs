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
        WriteAsync(UserFacts.Of(profile, settings.Workspace.Zone), cancel);

    /// <summary>
    /// Takes a merged user out of scoring: facts of the highest revision, first seen after the end of time, so that no writer who was overtaken by the merge
    /// brings them back.
    /// </summary>
    public Task RetireAsync(string userKey, CancellationToken cancel) =>
        WriteAsync(new(userKey, long.MaxValue, Days.Of(DateOnly.MaxValue), PurchaseHistory.Empty), cancel);

    private Task WriteAsync(UserFacts facts, CancellationToken cancel) =>
        Projection.WriteAsync(store, facts.UserKey, FactRow.Key(facts.UserKey), facts.Rev, FactRow.Write(facts), cancel);
}
