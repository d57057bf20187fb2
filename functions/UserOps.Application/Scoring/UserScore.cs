using UserOps.Domain.Scoring;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Application.Scoring;

/// <summary>Where one user stands, with the figures behind it.</summary>
/// <param name="AsOf">The scored day; figures are of its end.</param>
/// <param name="Since">Day of the run that brought the user where it stands.</param>
/// <param name="RecencyDays">Null without an order that counts; then the scores and segments are absent too.</param>
/// <param name="Orders">Within the scoring window.</param>
/// <param name="Amount">Within the scoring window, major units of <paramref name="Currency"/>.</param>
/// <param name="Rfm">The three scores as one number, 111 to 555.</param>
/// <param name="Outlook">Null without a purchase that counts.</param>
/// <param name="ValueIndex">With its three parts; also of those who never bought.</param>
public sealed record UserScore(
    DateOnly AsOf,
    DateOnly Since,
    Segment Stage,
    int? RecencyDays,
    int Orders,
    decimal Amount,
    string Currency,
    int? RecencyScore,
    int? FrequencyScore,
    int? MonetaryScore,
    int? Rfm,
    Segment? Segment,
    Segment? Segment11,
    Segment? Segment8,
    Outlook? Outlook = null,
    ValueIndex? ValueIndex = null);
