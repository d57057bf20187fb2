namespace UserOps.Functions.Journeys;

/// <summary>Frozen, numbers included, as <see cref="JourneyRunV1"/> is: they stand in histories.</summary>
public enum JourneyRunV1State
{
    /// <summary>There is more to do at once.</summary>
    GoesOn = 0,

    Waits = 1,

    Over = 2,
}
