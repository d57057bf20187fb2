namespace UserOps.Domain.Scoring.Value;

/// <summary>From when on a customer is watched, and at risk. Of rhythm and probability the worse one decides.</summary>
/// <param name="LeastGaps">Gaps between purchases from which on a person has a rhythm; with fewer the days of dormant and churned stand in.</param>
/// <param name="WatchPercent">Of the median gap without a purchase: above it watched.</param>
/// <param name="AtRiskPercent">Of the median gap without a purchase: above it at risk.</param>
/// <param name="WatchAlivePercent">Below this P(alive): watched.</param>
/// <param name="AtRiskAlivePercent">Below this P(alive): at risk.</param>
/// <param name="RefundDays">A refund or cancellation within so many days is a reason.</param>
/// <param name="ComplaintDays">A complaint within so many days is a reason.</param>
/// <param name="FailedDeliveryDays">A failed delivery within so many days is a reason.</param>
/// <param name="VisitsPercent">Visits fall where the share of weeks with one, of the last four, is below this percentage of that of the twelve before.</param>
/// <param name="LeastVisitWeeks">Weeks with a visit, of those twelve, that it takes to say so.</param>
public sealed record RiskRules(
    int LeastGaps = 3,
    int WatchPercent = 200,
    int AtRiskPercent = 350,
    int WatchAlivePercent = 60,
    int AtRiskAlivePercent = 30,
    int RefundDays = 90,
    int ComplaintDays = 90,
    int FailedDeliveryDays = 90,
    int VisitsPercent = 50,
    int LeastVisitWeeks = 4)
{
    public const int VisitWeeks = 4;
    public const int VisitWeeksBefore = 12;
}
