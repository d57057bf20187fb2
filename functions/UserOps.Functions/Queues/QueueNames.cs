namespace UserOps.Functions.Queues;

/// <summary>Queues of the storage account; <c>infra/</c> creates the same.</summary>
public static class QueueNames
{
    /// <summary>The one queue of work.</summary>
    public const string Events = "userops-events";

    /// <summary>Where the Functions host moves a message that it has delivered <c>maxDequeueCount</c> times in vain; it forms the name itself.</summary>
    public const string EventsPoison = Events + "-poison";

    /// <summary>Hints that a scoring run is wanted.</summary>
    public const string Scoring = "userops-scoring";
}
