namespace UserOps.Domain.Scoring;

/// <param name="Code">Stable and lower case: what rules and properties name it by.</param>
/// <param name="Name">English.</param>
/// <param name="ChineseName">Simplified Chinese.</param>
public sealed record Segment(string Code, string Name, string ChineseName);
