namespace UserOps.Application.Scoring;

internal sealed record SegmentCount(string Code, string Name, string ChineseName, long Users);
