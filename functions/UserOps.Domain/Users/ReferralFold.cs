using System.Text.Json;
using NodaTime;
using UserOps.Domain.Events;
using UserOps.Domain.Orders;

namespace UserOps.Domain.Users;

/// <summary>Who brought a person here, and whom the person brought.</summary>
public static class ReferralFold
{
    /// <summary>Trait of a person, or property of an event: the user id of who brought the person.</summary>
    public const string Name = "referredBy";

    private const int MaxIdLength = 200;

    public static Profile Apply(Profile profile, UserEvent said, DateTimeZone zone) =>
        said.Source == UserFold.PassageSource ? WithReferral(profile, said, zone)
        : ReferrerOf(said) is { } referrer && Holds(profile.ReferredBy, Stamp.Of(said)) ? profile with { ReferredBy = new(referrer, Stamp.Of(said)) }
        : profile;

    /// <summary>Has the referrer told, once the person is somebody rather than a browser: of the sign-up with all orders so far, then of each order.</summary>
    /// <param name="profile">After <paramref name="events"/>.</param>
    /// <param name="touched">Orders that they touched, of those that were not placed before.</param>
    public static (Profile Profile, ReferralNote? Note) Tell(Profile profile, IReadOnlyList<UserEvent> events, IEnumerable<Order> touched)
    {
        if (profile is not { IsIdentified: true, ReferredBy: { } by })
        {
            return (profile, null);
        }

        if (by.Told)
        {
            ReferredOrder[] placed = [.. touched.Where(order => order.PlacedAt is not null).Select(Of)];
            return (profile, placed.Length > 0 ? new(by.Referrer, null, AllOrders: false, placed) : null);
        }

        // Somebody who follows a link of their own.
        return profile.Has(Identifier.User(by.Referrer))
            ? (profile with { ReferredBy = null }, null)
            : (profile with { ReferredBy = by with { Told = true } }, new(by.Referrer, events.Max(said => said.OccurredAt), AllOrders: true, [], profile.Links.FirstOrDefault(link => link.Identifier.Kind == IdentifierKind.Email)?.Identifier));
    }

    /// <param name="order">Placed.</param>
    public static ReferredOrder Of(Order order) => new(order.Ref.Hash(), order.PlacedAt!.Value);

    /// <summary>Of two that became one person: what was told stays told.</summary>
    public static bool Carries(Profile winner, ReferredBy? loser) =>
        loser is { Told: true } && winner.ReferredBy is not { Told: true } && !winner.Has(Identifier.User(loser.Referrer));

    /// <summary>The first one to be named, by the time of the event.</summary>
    private static bool Holds(ReferredBy? known, Stamp told) => known is null || (!known.Told && known.Said.IsAfter(told));

    private static string? ReferrerOf(UserEvent said)
    {
        var value = said.Traits?.TryGetValue(Name, out var trait) == true ? trait
            : said.Properties is { ValueKind: JsonValueKind.Object } properties && properties.TryGetProperty(Name, out var property) ? property
            : default;
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return Placeholders.OrNull(text) is { Length: <= MaxIdLength } id && id != said.Identity.UserId && !id.Any(char.IsControl) ? id : null;
    }

    private static Profile WithReferral(Profile profile, UserEvent said, DateTimeZone zone)
    {
        if (said.Name is not (Referrals.SignedUp or Referrals.Ordered)
            || said.Properties is not { ValueKind: JsonValueKind.Object } properties
            || !properties.TryGetProperty(Referrals.Referred, out var referred)
            || referred.ValueKind != JsonValueKind.String
            || referred.ValueEquals(profile.Key))
        {
            return profile;
        }

        var (known, day) = (profile.Referrals ?? Referrals.None, Days.Of(said.OccurredAt, zone));
        return profile with { Referrals = said.Name == Referrals.SignedUp ? known.WithSignUp(day) : known.WithOrder(day) };
    }
}
