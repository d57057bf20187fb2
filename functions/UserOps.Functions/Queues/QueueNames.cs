namespace UserOps.Functions.Queues;

public static class QueueNames
{
    /// <summary>Events to be applied: the one queue of work.</summary>
    public const string Events = "userops-events";

    /// <summary>Where the host moves a message of <see cref="Events"/> that not even <c>ApplyMessage</c> could give up. The name is the host's choice.</summary>
    public const string PoisonedEvents = "userops-events-poison";

    /// <summary>Hints that a scoring run is wanted; what is wanted stands in the table.</summary>
    public const string Scoring = "userops-scoring";

    /// <summary>Hints that a run is to be woken; its alarms stand in the table.</summary>
    public const string Journeys = "userops-journeys";
}
