namespace UserOps.Domain.Scoring.Value;

/// <summary>How lifetime value is counted and shared out.</summary>
/// <param name="DiscountPercent">A year: what comes in a year is worth that much less.</param>
/// <param name="HorizonMonths">Only what is expected within so many months counts.</param>
/// <param name="HighPercent">The customers of the highest lifetime values who together hold this share of all of it are in the high tier.</param>
/// <param name="MidPercent">Those who hold this share after them are in the mid tier, the rest in the low one.</param>
public sealed record ValueRules(int DiscountPercent = 15, int HorizonMonths = 12, int HighPercent = 50, int MidPercent = 30);
