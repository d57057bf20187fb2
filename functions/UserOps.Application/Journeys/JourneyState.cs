namespace UserOps.Application.Journeys;

public enum JourneyState
{
    /// <summary>Never published.</summary>
    Draft,

    /// <summary>People come in, by the last version.</summary>
    Published,

    /// <summary>Nobody comes in any more. Publishing brings it back.</summary>
    Archived,
}
