using UserOps.Domain.Segments;

namespace UserOps.Application.Segments.Members;

/// <summary>A segment that a user is or was in.</summary>
/// <param name="Spells">The last twenty: when, by which version, until when and by which version left.</param>
public sealed record UserSegmentView(string Segment, string Name, bool In, IReadOnlyList<Spell> Spells);
