using UserOps.Domain.Orders;

namespace UserOps.Domain.Scoring.Value;

/// <summary>What can be told of one customer's purchases to come.</summary>
/// <param name="Prediction">Null where the run has no purchases model.</param>
/// <param name="RhythmDays">Median gap between days of purchase; null without one.</param>
public sealed record PurchaseOutlook(Prediction? Prediction, double? RhythmDays)
{
    /// <param name="day">The purchases up to its end are known, days since 1970-01-01.</param>
    /// <param name="model">Null: of a run from before there were any.</param>
    /// <returns>Null without a purchase that counts.</returns>
    public static PurchaseOutlook? Of(PurchaseHistory purchases, int day, ValueModel? model, ValueRules rules) =>
        RepeatSummary.Of(purchases, day) is { } customer ? new(Predict.By(model, rules)?.Of(customer), Rhythm.Of(purchases, day).MedianDays) : null;
}
