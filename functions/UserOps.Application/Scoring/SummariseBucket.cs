using UserOps.Domain.Scoring;

namespace UserOps.Application.Scoring;

/// <summary>First pass over one bucket: its summary and its repeat purchases go into a work row.</summary>
public sealed class SummariseBucket(RunRows runs, BucketReader facts, WorkRows work)
{
    /// <returns>Users of the bucket who were there on the day.</returns>
    public async Task<int> RunAsync(DateOnly asOf, byte bucket, CancellationToken cancel)
    {
        var run = await runs.GetAsync(asOf, cancel);
        var users = await facts.ReadAsync(run, bucket, cancel);
        await work.PutAsync(asOf, WorkRows.Key(WorkRows.Summaries, bucket), FirstPass.Of(users).ToBytes(), cancel);
        return users.Users.Count;
    }
}
