using System.Text.Json;
using UserOps.Application.Settings;
using UserOps.Domain.Orders;
using UserOps.Domain.Scoring;

namespace UserOps.Application.Scoring;

/// <summary>Adds up the second pass and finds the exact cut points and split, which the third pass scores by.</summary>
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

        var model = ScoringModel.Find(summary, selection, run.Rules, Currencies.MinorPerMajor(settings.Workspace.Currency));
        await work.PutAsync(asOf, WorkRows.Model, JsonSerializer.SerializeToUtf8Bytes(model, ScoringJson.Default.ScoringModel!), cancel);
        return summary.Users;
    }

    /// <summary>Null where nobody has an order that counts.</summary>
    internal static async Task<ScoringModel?> ReadAsync(WorkRows work, DateOnly asOf, CancellationToken cancel) =>
        JsonSerializer.Deserialize(await work.GetAsync(asOf, WorkRows.Model, cancel), ScoringJson.Default.ScoringModel);
}
