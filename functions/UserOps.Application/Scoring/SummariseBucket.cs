using UserOps.Domain.Scoring;

namespace UserOps.Application.Scoring;

/// <summary>First pass over one bucket: its summary goes into a work row.</summary>
public sealed class SummariseBucket(RunRows runs, BucketReader facts, WorkRows work)
{
    /// <returns>Users of the bucket who were there on the day.</returns>
    public async Task<int> RunAsync(DateOnly asOf, byte bucket, CancellationToken cancel)
    {
        var run = await runs.GetAsync(asOf, cancel);
        var users = await facts.ReadAsync(run, bucket, cancel);
        await work.PutAsync(asOf, WorkRows.Key(WorkRows.Summaries, bucket), FactSummary.Of(users.Columns).ToBytes(), cancel);
        return users.Users.Count;
    }
}
