using System.Text.Json;
using UserOps.Application.Settings;
using UserOps.Domain;
using UserOps.Domain.Orders;
using UserOps.Domain.Scoring;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Application.Scoring;

/// <summary>Adds up the second pass and finds the exact cut points and split, the tiers and the hold-out check, which the third pass scores by.</summary>
public sealed class FindCutPoints(RunRows runs, WorkRows work, UserOpsSettings settings)
{
    /// <returns>Users with an order that counts.</returns>
    public async Task<long> RunAsync(DateOnly asOf, CancellationToken cancel)
    {
        var run = await runs.GetAsync(asOf, cancel);
        var merged = await MergeSummaries.ReadAsync(work, asOf, cancel);
        var summary = FactSummary.FromBytes(merged.Summary);
        var selection = MoneySelection.None;
        if (merged.Bins.Count > 0)
        {
            foreach (var part in await work.AllAsync(asOf, WorkRows.Selections, cancel))
            {
                selection += MoneySelection.FromBytes(part);
            }
        }

        await work.PutAsync(
            asOf, WorkRows.Value, JsonSerializer.SerializeToUtf8Bytes(await ValueAsync(run, merged, cancel), ScoringJson.Default.ValueModel), cancel);
        var model = ScoringModel.Find(summary, selection, run.Rules, Currencies.MinorPerMajor(settings.Workspace.Currency));
        await work.PutAsync(asOf, WorkRows.Model, JsonSerializer.SerializeToUtf8Bytes(model, ScoringJson.Default.ScoringModel!), cancel);
        return summary.Users;
    }

    internal static async Task<ValueModel> ReadValueAsync(WorkRows work, DateOnly asOf, CancellationToken cancel) =>
        JsonSerializer.Deserialize(await work.GetAsync(asOf, WorkRows.Value, cancel), ScoringJson.Default.ValueModel)!;

    private async Task<ValueModel> ValueAsync(ScoringRun run, MergedSummary merged, CancellationToken cancel)
    {
        if (merged.Value.Purchases.Model is null)
        {
            return merged.Value;
        }

        var lifetimes = new MoneyCounts();
        await foreach (var part in work.EachAsync(run.AsOf, WorkRows.Lifetimes, cancel))
        {
            var reader = new VarintReader(part);
            lifetimes.Add(MoneyCounts.Read(ref reader));
        }

        return merged.Value with { Tiers = TierBounds.Of(lifetimes, run.Rules.Value), HoldOut = await HoldOutAsync(run.AsOf, merged, cancel) };
    }

    private async Task<HoldOut?> HoldOutAsync(DateOnly asOf, MergedSummary merged, CancellationToken cancel)
    {
        if (merged is not { StartDay: { } start, CalibrationDay: { } calibration })
        {
            return null;
        }

        var facts = new HoldOutFacts(calibration, Days.Of(asOf), start);
        await foreach (var part in work.EachAsync(asOf, WorkRows.HoldOuts, cancel))
        {
            facts.Add(HoldOutFacts.FromBytes(part));
        }

        return HoldOutCheck.Of(facts, start, calibration, Days.Of(asOf));
    }

    /// <summary>Null where nobody has an order that counts.</summary>
    internal static async Task<ScoringModel?> ReadAsync(WorkRows work, DateOnly asOf, CancellationToken cancel) =>
        JsonSerializer.Deserialize(await work.GetAsync(asOf, WorkRows.Model, cancel), ScoringJson.Default.ScoringModel);
}
