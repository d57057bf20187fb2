namespace UserOps.Application.Segments.Templates;

/// <summary>A segment that comes with UserOps.</summary>
/// <param name="Description">By language.</param>
/// <param name="Document">As it is saved.</param>
public sealed record SegmentTemplate(string Key, string Name, IReadOnlyDictionary<string, string> Description, ReadOnlyMemory<byte> Document);
