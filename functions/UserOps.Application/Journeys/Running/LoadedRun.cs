using UserOps.Domain.Journeys;
using UserOps.Domain.Users;

namespace UserOps.Application.Journeys.Running;

/// <summary>A run and its person, as they were read; the run first, so that the profile is no older.</summary>
public sealed record LoadedRun(JourneyRun Run, string ETag, Profile Profile, string ProfileETag)
{
    public string UserKey => Profile.Key;

    public Participation? Participation => Profile.Journeys?.FirstOrDefault(one => one.Run == Run.Id);
}
