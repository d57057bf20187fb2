using System.Text.Json;
using UserOps.Domain;
using UserOps.Domain.Scoring;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Application.Scoring;

/// <summary>Adds up the first pass and fits the models of purchases to come, and finds what the second must look at.</summary>
public sealed class MergeSummaries(RunRows runs, WorkRows work)
{
    /// <returns>How much there is for the second pass to find; 0: it is not needed.</returns>
    public async Task<int> RunAsync(DateOnly asOf, CancellationToken cancel)
    {
        var run = await runs.GetAsync(asOf, cancel);
        FactSummary sum = new();
        RepeatCells repeats = new();
        await foreach (var bytes in work.EachAsync(asOf, WorkRows.Summaries, cancel))
        {
            var part = FirstPass.FromBytes(bytes);
            sum.Add(part.Summary);
            repeats.Add(part.Repeats);
        }

        var end = Days.Of(asOf);
        var value = ValueModel.Of(repeats);
        var start = end - repeats.OldestDays;
        var calibration = value.Purchases.Model is null || start is null
            ? null
            : HoldOutCheck.CalibrationEnd(start.Value, end, run.CalibrationEnd is { } asked ? Days.Of(asked) : null);
        var merged = new MergedSummary(sum.ToBytes(), ScoringModel.WantedBins(sum, run.Rules), value, start, calibration);
        await work.PutAsync(asOf, WorkRows.Merged, JsonSerializer.SerializeToUtf8Bytes(merged, ScoringJson.Default.MergedSummary), cancel);
        return merged.Bins.Count + (value.Purchases.Model is null ? 0 : 1);
    }

    internal static async Task<MergedSummary> ReadAsync(WorkRows work, DateOnly asOf, CancellationToken cancel) =>
        JsonSerializer.Deserialize(await work.GetAsync(asOf, WorkRows.Merged, cancel), ScoringJson.Default.MergedSummary)!;
}
