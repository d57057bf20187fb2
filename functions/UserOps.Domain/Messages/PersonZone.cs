using System.Text.Json;
using NodaTime;
using UserOps.Domain.Users;

namespace UserOps.Domain.Messages;

/// <summary>Whose wall clock a message goes by.</summary>
public static class PersonZone
{
    /// <summary>Segment's reserved trait for it, and how other senders spell it; the first that names a zone counts.</summary>
    private static readonly string[] Spellings = ["timezone", "timeZone", "time_zone"];

    /// <returns>The zone that a trait names by its IANA id, else the workspace's.</returns>
    public static DateTimeZone Of(Profile profile, DateTimeZone workspace)
    {
        foreach (var name in Spellings)
        {
            if (profile.Traits.FirstOrDefault(trait => trait.Name == name) is { Value.ValueKind: JsonValueKind.String } told
                && DateTimeZoneProviders.Tzdb.GetZoneOrNull(told.Value.GetString()!.Trim()) is { } zone)
            {
                return zone;
            }
        }

        return workspace;
    }
}
