using System.Text.Json;
using NodaTime;
using UserOps.Domain.Users;

namespace UserOps.Domain.Messages;

/// <summary>Whose wall clock a message goes by.</summary>
public static class PersonZone
{
    /// <summary>Segment's reserved trait for it.</summary>
    public const string Trait = "timezone";

    /// <returns>The zone that the trait <c>timezone</c> names by its IANA id, else the workspace's.</returns>
    public static DateTimeZone Of(Profile profile, DateTimeZone workspace) =>
        profile.Traits.FirstOrDefault(trait => trait.Name == Trait) is { Value.ValueKind: JsonValueKind.String } told
            ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(told.Value.GetString()!.Trim()) ?? workspace
            : workspace;
}
