namespace UserOps.Domain.Users;

/// <summary>Whom a person brought here, as referral events tell it.</summary>
/// <param name="SignUps">People.</param>
/// <param name="Orders">Their orders.</param>
/// <param name="FirstSignUps">Days of the first ones: as many as count for anything in the value index.</param>
/// <param name="FirstOrders">Likewise.</param>
public sealed record Referrals(int SignUps, int Orders, FewDays FirstSignUps, FewDays FirstOrders)
{
    public const string SignedUp = "Referral Signed Up";
    public const string Ordered = "Referral Ordered";

    /// <summary>Property of both events: the pseudonymous key of who was brought.</summary>
    public const string Referred = "referred";

    /// <summary>Days kept of each kind.</summary>
    public const int MostDays = 10;

    public static readonly Referrals None = new(0, 0, FewDays.None, FewDays.None);

    /// <param name="day">Workspace day, days since 1970-01-01.</param>
    public Referrals WithSignUp(int day) => this with { SignUps = SignUps + 1, FirstSignUps = FirstSignUps.WithEarliest(day, MostDays) };

    /// <inheritdoc cref="WithSignUp"/>
    public Referrals WithOrder(int day) => this with { Orders = Orders + 1, FirstOrders = FirstOrders.WithEarliest(day, MostDays) };
}
