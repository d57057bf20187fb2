namespace UserOps.Domain.Scoring.Value;

/// <summary>What the models expect of one customer after the run's day.</summary>
/// <param name="Alive">Probability, 0 to 1.</param>
/// <param name="Orders30">Purchase days within the next 30 days; one counts however many orders it has.</param>
/// <param name="OrderValueMinor">Of a purchase day, minor units; null without a model of values.</param>
/// <param name="LifetimeMinor">Discounted, within the horizon, minor units; null without a model of values.</param>
public sealed record Prediction(double Alive, double Orders30, double Orders90, double Orders365, double? OrderValueMinor, long? LifetimeMinor);
