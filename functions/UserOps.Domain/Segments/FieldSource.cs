namespace UserOps.Domain.Segments;

/// <summary>Where the value of a field comes from, and so what changes it.</summary>
public enum FieldSource
{
    /// <summary>What events say of the person: traits, identifiers, consent, when they were seen.</summary>
    Person,

    Orders,

    Tags,

    /// <summary>The published scoring run.</summary>
    Scores,

    /// <summary>Computed of the purchases by the models of the published scoring run, as of its day: either changes it.</summary>
    Predictions,

    /// <summary>Variables of a journey's run.</summary>
    Variables,

    /// <summary>The event at hand.</summary>
    Event,
}
