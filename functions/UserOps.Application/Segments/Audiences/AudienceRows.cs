using UserOps.Application.Storage;
using UserOps.Domain;
using UserOps.Domain.Scoring;
using UserOps.Domain.Segments;
using UserOps.Domain.Tags;

namespace UserOps.Application.Segments.Audiences;

/// <summary>
/// Who is and was in what: partition <c>g~{audience}~{bucket}</c>, row <c>{user key}</c> a member, row <c>-</c> how many are in and when the last came, committed with every member that comes in or goes
/// out. The profile is the truth; these rows follow it by its revision, and those of people who left stay.
/// </summary>
public sealed class AudienceRows(ITableStore tables)
{
    private const string InName = "in";
    private const string RevName = "rev";
    private const string CountName = "count";
    private const string LastName = "last";
    private const string FirstMember = "a";
    private const int Together = 32;
    private const int Version = 1;
    private static readonly TableKey CountKey = "-";

    /// <summary>Twice, or after a later one, does no harm.</summary>
    public async Task PutAsync(string userKey, SegmentPassage passage, CancellationToken cancel)
    {
        var partition = Partition(passage.Segment, Buckets.Of(userKey));
        while (!await TryAsync(partition, userKey, passage, cancel))
        {
        }
    }

    public async Task<AudienceMember?> FindAsync(string audience, string userKey, CancellationToken cancel) =>
        await tables.GetAsync(Partition(audience, Buckets.Of(userKey)), userKey, cancel) is { } row ? Read(row) : null;

    /// <summary>How many are in.</summary>
    public async Task<long> SizeAsync(string audience, CancellationToken cancel) => (await CountAsync(audience, cancel)).Size;

    /// <summary>How many are in, and when somebody last came in; null: nobody ever did.</summary>
    public async Task<(long Size, DateTimeOffset? Last)> CountAsync(string audience, CancellationToken cancel)
    {
        var (size, last) = (0L, default(DateTimeOffset?));
        foreach (var some in Enumerable.Range(0, Buckets.Count).Chunk(Together))
        {
            var counts = await Task.WhenAll(some.Select(bucket => tables.GetAsync(Partition(audience, (byte)bucket), CountKey, cancel)));
            foreach (var row in counts.OfType<Row>())
            {
                size += row.Properties.Number(CountName);
                last = row.Properties.Find(LastName) is DateTimeOffset at && !(at <= last) ? at : last;
            }
        }

        return (size, last);
    }

    /// <summary>Everybody of a bucket who is or was in, by key.</summary>
    /// <param name="from">The first key; null: from the beginning.</param>
    public IAsyncEnumerable<AudienceMember> OfBucketAsync(string audience, byte bucket, string? from, CancellationToken cancel) =>
        tables.RowsAsync(new(Partition(audience, bucket), from ?? FirstMember), cancel).Select(Read);

    private async Task<bool> TryAsync(TableKey partition, string userKey, SegmentPassage passage, CancellationToken cancel)
    {
        var row = await tables.GetAsync(partition, userKey, cancel);
        var before = row is null ? null : Read(row);
        var after = AudienceMember.After(before, userKey, passage);
        if (before is not null && after.In == before.In && after.Rev == before.Rev && after.Spells.SequenceEqual(before.Spells))
        {
            return true;
        }

        List<Change> changes = [row is null ? new Change.Insert(Write(after)) { Key = userKey } : new Change.Replace(Write(after), row.ETag) { Key = userKey }];
        var came = (after.In ? 1 : 0) - (before?.In == true ? 1 : 0);
        if (came != 0)
        {
            var count = await tables.GetAsync(partition, CountKey, cancel);
            var last = count?.Properties.Find(LastName) as DateTimeOffset?;
            last = came > 0 && !(after.Last.Since <= last) ? after.Last.Since : last;
            Property[] lasts = last is { } at ? [new(LastName, at)] : [];
            var counted = Properties.Owning([new(CountName, (count?.Properties.Number(CountName) ?? 0) + came), .. lasts]);
            changes.Add(count is null ? new Change.Insert(counted) { Key = CountKey } : new Change.Replace(counted, count.ETag) { Key = CountKey });
        }

        return await tables.CommitAsync(partition, changes, cancel) is CommitResult.Committed;
    }

    private static TableKey Partition(string audience, byte bucket) => $"g~{KeyOf(audience)}~{bucket:x2}";

    /// <summary>Names of tags are of the workspace's making and may be in any writing.</summary>
    private static string KeyOf(string audience) => TagAudience.TagOf(audience) is { } tag ? "tag." + HashText.Of("tag", tag) : audience;

    private static Properties Write(AudienceMember member) =>
        Documents.Write([.. member.Spells], AudienceJson.Compact.SpellArray, Version, new(InName, member.In), new(RevName, member.Rev));

    private static AudienceMember Read(Row row) =>
        new(row.Key.Value, row.Properties.Find(InName) is true, row.Properties.Number(RevName), Documents.Read(row, AudienceJson.Compact.SpellArray));
}
