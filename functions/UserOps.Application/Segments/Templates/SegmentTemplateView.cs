namespace UserOps.Application.Segments.Templates;

/// <summary>A segment template and what became of it here.</summary>
/// <param name="Description">By language.</param>
/// <param name="State">Null: it was never saved here.</param>
/// <param name="Version">That is published; null: none.</param>
/// <param name="Edited">Whether somebody wrote a draft of their own.</param>
public sealed record SegmentTemplateView(string Key, string Name, IReadOnlyDictionary<string, string> Description, SegmentState? State, int? Version, bool Edited);
