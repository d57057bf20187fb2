namespace UserOps.Application.Journeys.Shipped;

/// <summary>A line of the catalogue.</summary>
/// <param name="Description">By language.</param>
internal sealed record ShippedEntry(string Key, IReadOnlyDictionary<string, string> Description);
