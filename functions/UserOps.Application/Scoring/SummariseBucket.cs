using UserOps.Domain.Scoring;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Application.Scoring;

/// <summary>First pass over one bucket: its summary and its repeat purchases go into work rows.</summary>
public sealed class SummariseBucket(RunRows runs, BucketReader facts, WorkRows work)
{
    /// <returns>Users of the bucket who were there on the day.</returns>
    public async Task<int> RunAsync(DateOnly asOf, byte bucket, CancellationToken cancel)
    {
        var run = await runs.GetAsync(asOf, cancel);
        var users = await facts.ReadAsync(run, bucket, cancel);
        var repeats = new RepeatCells();
        foreach (var user in users.Users)
        {
            if (user.Repeats is { } customer)
            {
                repeats.Add(customer);
            }
        }

        await work.PutAsync(asOf, WorkRows.Key(WorkRows.Summaries, bucket), FactSummary.Of(users.Columns).ToBytes(), cancel);
        await work.PutAsync(asOf, WorkRows.Key(WorkRows.Repeats, bucket), repeats.ToBytes(), cancel);
        return users.Users.Count;
    }
}
