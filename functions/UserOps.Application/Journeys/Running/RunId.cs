using UserOps.Domain;

namespace UserOps.Application.Journeys.Running;

/// <summary>26 characters of base32 that are the same for every attempt to start the same run, and another's for nobody else's.</summary>
public static class RunId
{
    /// <summary>The cause of a run that nobody can have a second of.</summary>
    public const string Once = "once";

    public static string Of(string userKey, string journey, string cause) => HashText.Of($"{userKey}~{journey}", cause);
}
