using UserOps.Domain;

namespace UserOps.Application.Journeys.Running;

/// <summary>
/// 26 characters of base32 that are the same for every attempt to start the same run, and nobody else's. What starts it says whom it means, so that it stays the same when the
/// person becomes somebody else.
/// </summary>
public static class RunId
{
    /// <param name="cause">As in <see cref="StartRequest.Cause"/>.</param>
    public static string Of(string journey, string cause) => HashText.Of(journey, cause);

    /// <summary>Of the run that somebody can have no second of.</summary>
    public static string Once(string journey, string userKey) => Of(journey, $"once~{userKey}");
}
