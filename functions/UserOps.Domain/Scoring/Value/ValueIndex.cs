namespace UserOps.Domain.Scoring.Value;

/// <summary>
/// What somebody is worth beyond the till (价值体系): how active, how good a customer, and how many others the person brings. The more of anything, the higher; nothing ever lowers it
/// but time and better customers.
/// </summary>
/// <param name="Index">0 to 100 in steps of <see cref="Step"/>, so that small changes cost no write.</param>
/// <param name="Activity">0 to 100.</param>
/// <param name="Spend">0 to 100.</param>
/// <param name="Spread">0 to 100.</param>
public sealed record ValueIndex(byte Index, int Activity, int Spend, int Spread)
{
    public const int Step = 5;

    /// <summary>Weeks that activity looks at.</summary>
    public const int Weeks = 12;

    private const int PointsOfSignUp = 10;
    private const int PointsOfOrder = 20;

    /// <param name="rfm">Of the same run; null without an order that counts.</param>
    /// <param name="day">Nothing after its end is seen.</param>
    public static ValueIndex Of(UserFacts facts, RfmCode? rfm, int day, IndexRules rules)
    {
        var (activity, spend, spread) = (ActivityOf(facts.Visits, day), SpendOf(rfm), SpreadOf(facts, day));
        return new(Weighted(activity, spend, spread, rules), activity, spend, spread);
    }

    /// <summary>Half of it the share of the last twelve whole weeks that had a visit, half how few of them have passed since the latest.</summary>
    public static int ActivityOf(VisitWeeks visits, int day)
    {
        var week = VisitWeeks.LastWhole(day);
        return visits.Since(week) is { } since ? ((50 * visits.Count(Weeks, week)) + (50 * Math.Max(0, Weeks - since))) / Weeks : 0;
    }

    /// <summary>Ten for each point of the scores of frequency and amount.</summary>
    public static int SpendOf(RfmCode? rfm) => rfm is { } code ? 10 * (code.Frequency + code.Monetary) : 0;

    /// <inheritdoc cref="SpreadOf(int, int)"/>
    public static int SpreadOf(UserFacts facts, int day) => SpreadOf(facts.ReferredSignUps.CountUpTo(day), facts.ReferredOrders.CountUpTo(day));

    /// <summary>Ten for each sign-up and twenty for each order that the person's referrals brought, up to 100.</summary>
    public static int SpreadOf(int signUps, int orders) => Math.Min(100, (PointsOfSignUp * Math.Min(signUps, 10)) + (PointsOfOrder * Math.Min(orders, 10)));

    /// <summary>The weighted mean, to the nearest step.</summary>
    public static byte Weighted(int activity, int spend, int spread, IndexRules rules)
    {
        var weights = rules.Activity + rules.Spend + rules.Spread;
        var sum = (activity * rules.Activity) + (spend * rules.Spend) + (spread * rules.Spread);
        return (byte)(((2 * sum) + (Step * weights)) / (2 * Step * weights) * Step);
    }
}
