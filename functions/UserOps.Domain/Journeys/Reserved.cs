namespace UserOps.Domain.Journeys;

/// <summary>Names that mean something else already.</summary>
public static class Reserved
{
    /// <summary>In place of a step's id: the run ends.</summary>
    public const string End = "end";

    /// <summary>In place of a channel: the first of the list that reaches the person.</summary>
    public const string FirstThatReaches = "first-that-reaches";

    /// <summary>In place of a channel: the cheapest of the list that reaches the person.</summary>
    public const string CheapestThatReaches = "cheapest-that-reaches";

    /// <summary>Addresses beside those of journeys.</summary>
    internal static readonly string[] Keys = ["schema", "validate", "overdue"];

    /// <summary>Who somebody is can't be set by a journey: it would make two people one.</summary>
    internal static readonly string[] Properties = ["userId", "anonymousId", "customerId", "email"];
}
