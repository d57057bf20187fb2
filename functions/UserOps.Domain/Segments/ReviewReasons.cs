using UserOps.Domain.Events;
using UserOps.Domain.Users;

namespace UserOps.Domain.Segments;

/// <summary>Whether what was applied to a user is a reason to look at the user's segments and tags again.</summary>
public static class ReviewReasons
{
    /// <param name="asked">By all published conditions; null: there is none.</param>
    /// <param name="before">Null: nobody was known.</param>
    public static bool Ask(Mentions? asked, Profile? before, Profile after, IEnumerable<UserEvent> events)
    {
        // Segments and tags are counted of people, not of browsers; somebody who is known as a person only now may be in some from the beginning.
        if (!after.IsIdentified)
        {
            return false;
        }

        var tagged = before?.IsIdentified == true ? !ReferenceEquals(before.Tags, after.Tags) : after.Tags.Count > 0;
        if (asked is null || tagged)
        {
            return tagged;
        }

        return before?.IsIdentified != true || events.Any(said => asked.LookBack.ContainsKey(said.Name)) || asked.Fields.Any(kind => Changed(kind, before, after));
    }

    private static bool Changed(FieldKind kind, Profile before, Profile after) => kind switch
    {
        FieldKind.Trait => !ReferenceEquals(before.Traits, after.Traits),
        FieldKind.FirstSeen => before.FirstSeen != after.FirstSeen,
        FieldKind.LastSeen => before.LastSeen != after.LastSeen,
        FieldKind.HasEmail => !ReferenceEquals(before.Links, after.Links),
        FieldKind.Tag or FieldKind.TagValue => !ReferenceEquals(before.Tags, after.Tags),
        FieldKind.ReferralsSignUps or FieldKind.ReferralsOrders => !ReferenceEquals(before.Referrals, after.Referrals),
        FieldKind.Consent => !ReferenceEquals(before.Consents, after.Consents),
        _ => FieldCatalog.Of(kind).Source switch
        {
            FieldSource.Orders or FieldSource.Predictions => !ReferenceEquals(before.Purchases, after.Purchases),
            FieldSource.Scores or FieldSource.Variables or FieldSource.Event => false,

            // Language, and what else there may be, can come from anywhere in the profile.
            _ => true,
        },
    };
}
