namespace UserOps.Domain.Journeys;

/// <summary>Where in a journey a condition stands, which decides what it may ask about.</summary>
public enum ConditionUse
{
    /// <summary>The <c>where</c> of an event: about that event.</summary>
    Event,

    /// <summary>Of somebody whom an event brings: about the person and that event.</summary>
    Entry,

    /// <summary>Of somebody whom no event brings: about the person.</summary>
    Person,

    /// <summary>Of somebody inside: about the person, the run's variables and the event that began it or was waited for.</summary>
    Run,
}
