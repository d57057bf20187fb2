using UserOps.Application.Scoring;
using UserOps.Application.Segments.Audiences;
using UserOps.Application.Segments.Reviews;
using UserOps.Application.Settings;
using UserOps.Application.Storage;
using UserOps.Domain;
using UserOps.Domain.Scoring;
using UserOps.Domain.Scoring.Value;
using UserOps.Domain.Users;

namespace UserOps.Application.Users.Search;

/// <summary>
/// Users who fulfil a query, in the order of <see cref="AudiencePlace"/>, bucket by bucket: audiences and score rows all come in that order and are put together while they go by. People of whom only an
/// anonymous id is known are found by that id alone.
/// </summary>
public sealed class SearchUsers(
    ITableStore tables, FindScores scores, AudienceRows audiences, ReviewDueUsers due, NamedUser named, FindUser find, EmailHashes emails, UserOpsSettings settings, TimeProvider clock)
{
    public const int MostOnPage = 200;
    private const int Together = 32;
    private static readonly int Retired = Days.Of(DateOnly.MaxValue);

    /// <summary>Whoever looks for the rare waits no longer than this for an answer, and goes on from there.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <param name="from">Where an earlier page ended.</param>
    /// <param name="limit">1 to <see cref="MostOnPage"/>.</param>
    public async Task<FoundUsers> RunAsync(UserQuery query, AudiencePlace? from, int limit, CancellationToken cancel)
    {
        if (query.Audiences.Count > 0)
        {
            await due.UpToNowAsync(cancel, until: clock.GetUtcNow() + Longest);
        }

        var run = await scores.RunAsync(null, cancel);
        if (query.NamesOne)
        {
            return new(await OneAsync(query, cancel) is { } profile && await ReadAsync(profile, run, cancel) is var one && await IsMeantAsync(query, profile.Key, one.Standing, cancel) ? [one.User] : [], null);
        }

        var began = clock.GetTimestamp();
        var found = new List<FoundUser>();
        for (var bucket = (int)(from?.Bucket ?? 0); bucket < Buckets.Count; bucket++)
        {
            var start = bucket == from?.Bucket ? from.UserKey : null;
            await foreach (var some in KeysAsync(query, run, (byte)bucket, start, cancel).Chunk(Together).WithCancellation(cancel))
            {
                foreach (var (key, user) in some.Zip(await Task.WhenAll(some.Select(key => ReadAsync(key, run, cancel)))))
                {
                    if (found.Count == limit)
                    {
                        return new(found, new AudiencePlace((byte)bucket, key).ToString());
                    }

                    found.AddRange(user is null ? [] : [user]);
                }
            }

            if (bucket < Buckets.Count - 1 && clock.GetElapsedTime(began) > Longest)
            {
                return new(found, AudiencePlace.StartOf((byte)(bucket + 1)).ToString());
            }
        }

        return new(found, null);
    }

    private async Task<Profile?> OneAsync(UserQuery query, CancellationToken cancel)
    {
        var byId = query.Id is { } id ? await named.RunAsync(id, cancel) : null;
        if (query.Email is not { } hash)
        {
            return byId;
        }

        var byEmail = await emails.FindAsync(hash, cancel) is { } partition ? ((await find.RunAsync(partition, cancel)).Holder as Holder.Here)?.Profile : null;
        return query.Id is null || byId?.Key == byEmail?.Key ? byEmail : null;
    }

    private async Task<bool> IsMeantAsync(UserQuery query, string userKey, Standing? standing, CancellationToken cancel) =>
        (query.Standing.IsEmpty || (standing is { } stands && query.Standing.IsMet(stands)))
        && (await Task.WhenAll(query.Audiences.Select(audience => audiences.FindAsync(audience, userKey, cancel)))).All(member => member?.In == true);

    /// <summary>Those of a bucket who are in all audiences and stand where they are to.</summary>
    private IAsyncEnumerable<string> KeysAsync(UserQuery query, ScoringRun? run, byte bucket, string? from, CancellationToken cancel)
    {
        List<IAsyncEnumerable<string>> sets =
            [.. query.Audiences.Select(audience => audiences.OfBucketAsync(audience, bucket, from, cancel).Where(member => member.In).Select(member => member.UserKey))];
        if (!query.Standing.IsEmpty)
        {
            sets.Add(run is null ? AsyncEnumerable.Empty<string>() : Rows(ScoreRow.Partition(run, bucket), ScoreRow.Prefix)
                .Select(ScoreRow.Read).Where(row => query.Standing.IsMet(row.Now)).Select(row => row.UserKey));
        }

        return sets.Count > 0
            ? sets.Aggregate((all, more) => AudienceSet.And(all, more, cancel))
            : Rows(FactRow.Partition(bucket), FactRow.Prefix).Where(row => row.Properties.Number("since") != Retired).Select(row => row.Key.Value[FactRow.Prefix.Length..]);

        IAsyncEnumerable<Row> Rows(TableKey partition, string prefix) => tables.RowsAsync(new(partition, prefix + from, RowQuery.EndOf(prefix)), cancel);
    }

    /// <returns>Null: the person has become somebody else, or is a browser that nobody is known behind.</returns>
    private async Task<FoundUser?> ReadAsync(string userKey, ScoringRun? run, CancellationToken cancel) =>
        await tables.GetAsync(userKey, UserRow.Profile, cancel) is { } row && HolderRow.Read(row) is Holder.Here { Profile: { IsIdentified: true } profile }
            ? (await ReadAsync(profile, run, cancel)).User
            : null;

    private async Task<(FoundUser User, Standing? Standing)> ReadAsync(Profile profile, ScoringRun? run, CancellationToken cancel)
    {
        var row = run is null ? null : await tables.GetAsync(ScoreRow.Partition(run, Buckets.Of(profile.Key)), ScoreRow.Key(profile.Key), cancel);
        var standing = row is null ? default(Standing?) : ScoreRow.Read(row).Now;
        var bought = PurchasesView.Of(profile, settings.Workspace.Currency);
        return (new(
            ReadUser.Written(profile.DisplayId),
            profile.Key,
            profile.FirstSeen,
            profile.LastSeen,
            bought.Orders,
            bought.Amount,
            bought.Currency,
            standing is { } stands ? LifeCycle.Named(stands.Stage) : null,
            standing?.Rfm?.Written,
            standing?.SegmentIn(SegmentMap.TenRules),
            standing?.Risk is { } risk ? RiskBands.Named(risk) : null,
            standing?.Tier is { } tier ? ValueTiers.Named(tier) : null,
            standing?.Index), standing);
    }
}
