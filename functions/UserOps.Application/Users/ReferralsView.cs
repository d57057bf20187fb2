using UserOps.Domain.Users;

namespace UserOps.Application.Users;

/// <summary>Who brought a user, and whom the user brought.</summary>
/// <param name="ReferredBy">A user id; null: nobody said.</param>
/// <param name="SignUps">People whom the user brought.</param>
/// <param name="Orders">Orders that they placed.</param>
public sealed record ReferralsView(string? ReferredBy, int SignUps, int Orders)
{
    internal static ReferralsView Of(Profile profile) => new(profile.ReferredBy?.Referrer, profile.Referrals?.SignUps ?? 0, profile.Referrals?.Orders ?? 0);
}
