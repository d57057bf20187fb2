namespace UserOps.Application.Journeys.Shipped;

/// <summary>What became of one journey or template.</summary>
public enum ShippedOutcome
{
    /// <summary>A new version.</summary>
    Published,

    /// <summary>It is published as it is shipped; no new version.</summary>
    Unchanged,

    /// <summary>Somebody wrote a draft of their own; left alone.</summary>
    Edited,

    /// <summary>Somebody archived the journey; left alone, unless it is asked for by its key.</summary>
    Archived,

    /// <summary>It has mistakes here: something that it names was edited.</summary>
    Refused,
}
