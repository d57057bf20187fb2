namespace UserOps.Application.Journeys.Shipped;

/// <summary>A journey that comes with UserOps.</summary>
/// <param name="Document">As it is saved.</param>
/// <param name="Templates">That it sends, without layout and partials.</param>
/// <param name="Languages">That all its templates are written in.</param>
public sealed record ShippedJourney(
    string Key, string Name, IReadOnlyDictionary<string, string> Description, ReadOnlyMemory<byte> Document, IReadOnlyList<ShippedTemplate> Templates, IReadOnlyList<string> Languages);
