namespace UserOps.Domain.Users;

/// <summary>When a person was active, and when there was something that may drive the person away.</summary>
/// <param name="Complaints">The latest days.</param>
/// <param name="FailedDeliveries">The latest days.</param>
public sealed record Activity(VisitDays Visits, FewDays Complaints, FewDays FailedDeliveries)
{
    /// <summary>So many days of each kind are kept, so that a run as of yesterday finds what was known then although today brought more.</summary>
    public const int MostDays = 4;

    public static readonly Activity None = new(VisitDays.None, FewDays.None, FewDays.None);
}
