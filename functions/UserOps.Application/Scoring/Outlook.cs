using UserOps.Application.Settings;
using UserOps.Domain;
using UserOps.Domain.Orders;
using UserOps.Domain.Scoring;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Application.Scoring;

/// <summary>
/// What is expected of one user after the run's day. Never stored: computed from the purchases and the run's models, so it moves only when one of them does.
/// </summary>
/// <param name="Alive">Probability that the user still buys; null, as all that is expected, where the run has no model (see <c>GET /api/scoring/model</c>).</param>
/// <param name="ExpectedOrders30">Purchase days within the next 30 days.</param>
/// <param name="ExpectedOrderValue">Of a purchase day, major units.</param>
/// <param name="LifetimeValue">Discounted, within the horizon of the settings, major units.</param>
/// <param name="Tier"><c>high</c>, <c>mid</c> or <c>low</c>.</param>
/// <param name="RhythmDays">Median gap between days of purchase; null without one.</param>
/// <param name="Risk"><c>healthy</c>, <c>watch</c> or <c>at-risk</c>.</param>
/// <param name="RiskReasons"><c>silent</c>, <c>refunds</c>, <c>complaints</c>, <c>failed-deliveries</c>, <c>falling-visits</c>.</param>
public sealed record Outlook(
    double? Alive,
    double? ExpectedOrders30,
    double? ExpectedOrders90,
    double? ExpectedOrders365,
    decimal? ExpectedOrderValue,
    decimal? LifetimeValue,
    string? Tier,
    double? RhythmDays,
    string Risk,
    IReadOnlyList<string> RiskReasons)
{
    /// <returns>Null without a purchase that counts.</returns>
    internal static Outlook? Of(UserFacts facts, ScoringRun run, UserOpsSettings settings)
    {
        var day = Days.Of(run.AsOf);
        if (PurchaseOutlook.Of(facts.Purchases, day, run.Value, run.Rules.Value) is not { Prediction: var expected, RhythmDays: var rhythm })
        {
            return null;
        }

        decimal Major(double minor) => Currencies.ToMajor(minor, settings.Workspace.Currency);
        var risk = ChurnRisk.Of(facts, day, expected?.Alive, run.Rules)!;
        return new(
            expected?.Alive,
            expected?.Orders30,
            expected?.Orders90,
            expected?.Orders365,
            expected?.OrderValueMinor is { } value ? Major(value) : null,
            expected?.LifetimeMinor is { } lifetime ? Major(lifetime) : null,
            expected?.LifetimeMinor is { } held && run.Value?.Tiers is { } tiers ? ValueTiers.Named(tiers.Of(held)).Code : null,
            rhythm,
            RiskBands.Named(risk.Band).Code,
            RiskReasonNames.Of(risk.Reasons));
    }
}
