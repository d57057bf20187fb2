using System.Text.Json;
using UserOps.Domain.Scoring;

namespace UserOps.Application.Scoring;

/// <summary>Adds up the first pass and finds what the second must look at.</summary>
public sealed class MergeSummaries(RunRows runs, WorkRows work)
{
    /// <returns>Bins of money that the second pass looks at; 0: it is not needed.</returns>
    public async Task<int> RunAsync(DateOnly asOf, CancellationToken cancel)
    {
        var run = await runs.GetAsync(asOf, cancel);
        var sum = new FactSummary();
        foreach (var part in await work.AllAsync(asOf, WorkRows.Summaries, cancel))
        {
            sum.Add(FactSummary.FromBytes(part));
        }

        var merged = new MergedSummary(sum.ToBytes(), ScoringModel.WantedBins(sum, run.Rules));
        await work.PutAsync(asOf, WorkRows.Merged, JsonSerializer.SerializeToUtf8Bytes(merged, ScoringJson.Default.MergedSummary), cancel);
        return merged.Bins.Count;
    }

    internal static async Task<MergedSummary> ReadAsync(WorkRows work, DateOnly asOf, CancellationToken cancel) =>
        JsonSerializer.Deserialize(await work.GetAsync(asOf, WorkRows.Merged, cancel), ScoringJson.Default.MergedSummary)!;
}
