using NodaTime;
using UserOps.Domain.Orders;
using UserOps.Domain.Users;

namespace UserOps.Domain.Scoring;

/// <summary>What the night needs of one user: the projection that apply writes to the user's bucket.</summary>
/// <param name="UserKey">The pseudonymous partition key.</param>
/// <param name="Rev">The profile's revision it was taken from; a higher one replaces a lower one.</param>
/// <param name="SinceDay">Workspace day on which the user was first seen, days since 1970-01-01.</param>
public sealed record UserFacts(string UserKey, long Rev, int SinceDay, PurchaseHistory Purchases)
{
    public VisitWeeks Visits { get; init; }

    /// <summary>The latest days.</summary>
    public FewDays Complaints { get; init; } = FewDays.None;

    /// <summary>The latest days.</summary>
    public FewDays FailedDeliveries { get; init; } = FewDays.None;

    /// <summary>The first days on which somebody signed up whom the person had brought.</summary>
    public FewDays ReferredSignUps { get; init; } = FewDays.None;

    /// <summary>The first days on which those people ordered.</summary>
    public FewDays ReferredOrders { get; init; } = FewDays.None;

    public static UserFacts Of(Profile profile, DateTimeZone zone)
    {
        var (activity, referrals) = (profile.Activity ?? Activity.None, profile.Referrals ?? Referrals.None);
        return new(profile.Key, profile.Rev, Days.Of(profile.FirstSeen, zone), profile.Purchases)
        {
            Visits = activity.Visits.Weeks(),
            Complaints = activity.Complaints,
            FailedDeliveries = activity.FailedDeliveries,
            ReferredSignUps = referrals.FirstSignUps,
            ReferredOrders = referrals.FirstOrders,
        };
    }

    /// <summary>Visits, complaints, failed deliveries and referrals.</summary>
    public byte[] SignsToBytes()
    {
        var writer = new VarintWriter(16);
        writer.Write(Visits.Latest);
        writer.Write(Visits.Mask);
        Complaints.Write(writer);
        FailedDeliveries.Write(writer);
        ReferredSignUps.Write(writer);
        ReferredOrders.Write(writer);
        return writer.ToArray();
    }

    /// <exception cref="FormatException">The bytes were not written by <see cref="SignsToBytes"/>.</exception>
    public UserFacts WithSigns(ReadOnlySpan<byte> bytes)
    {
        var reader = new VarintReader(bytes);
        return this with
        {
            Visits = new((int)reader.Read(), (int)reader.Read()),
            Complaints = FewDays.Read(ref reader),
            FailedDeliveries = FewDays.Read(ref reader),
            ReferredSignUps = FewDays.Read(ref reader),
            ReferredOrders = FewDays.Read(ref reader),
        };
    }
}
