namespace UserOps.Application.Messages.Engagement;

/// <param name="Unknown">Reports about no message of ours.</param>
public readonly record struct ReportCounts(int Noted, int Unknown);
