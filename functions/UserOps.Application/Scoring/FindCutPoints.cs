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
        var found = SecondPass.Empty;
        if (merged.Bins.Count > 0 || merged.Value.Purchases.Model is not null)
        {
            await foreach (var part in work.EachAsync(asOf, WorkRows.Selections, cancel))
            {
                found = found.With(SecondPass.FromBytes(part));
            }
        }

        var value = merged.Value with
        {
            Tiers = TierBounds.Of(found.Lifetimes, run.Rules.Value),
            HoldOut = merged is { StartDay: { } start, CalibrationDay: { } calibration } ? HoldOutCheck.Of(found.HoldOut, start, calibration, Days.Of(asOf)) : null,
        };
        await work.PutAsync(asOf, WorkRows.Value, JsonSerializer.SerializeToUtf8Bytes(value, ScoringJson.Default.ValueModel), cancel);
        var model = ScoringModel.Find(summary, found.Selection, run.Rules, Currencies.MinorPerMajor(settings.Workspace.Currency));
        await work.PutAsync(asOf, WorkRows.Model, JsonSerializer.SerializeToUtf8Bytes(model, ScoringJson.Default.ScoringModel!), cancel);
        return summary.Users;
    }

    internal static async Task<ValueModel> ReadValueAsync(WorkRows work, DateOnly asOf, CancellationToken cancel) =>
        JsonSerializer.Deserialize(await work.GetAsync(asOf, WorkRows.Value, cancel), ScoringJson.Default.ValueModel)!;

    /// <summary>Null where nobody has an order that counts.</summary>
    internal static async Task<ScoringModel?> ReadAsync(WorkRows work, DateOnly asOf, CancellationToken cancel) =>
        JsonSerializer.Deserialize(await work.GetAsync(asOf, WorkRows.Model, cancel), ScoringJson.Default.ScoringModel);
}
