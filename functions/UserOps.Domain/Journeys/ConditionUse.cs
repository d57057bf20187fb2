namespace UserOps.Domain.Journeys;

/// <summary>Where in a journey a condition stands, which decides what it may ask about.</summary>
public enum ConditionUse
{
    /// <summary>Of an event that has just come: about it and the person.</summary>
    Event,

    /// <summary>Of somebody who is not in the journey yet.</summary>
    Person,

    /// <summary>Of somebody inside: about the person and the run's variables.</summary>
    Run,
}
