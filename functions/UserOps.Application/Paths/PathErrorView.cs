namespace UserOps.Application.Paths;

/// <summary>How much may be missing from any count, where there was no room for all names or all paths; what is told is never too much.</summary>
/// <param name="Events">From the count of an event at a step.</param>
/// <param name="Paths">From the count of a whole path.</param>
public sealed record PathErrorView(long Events, long Paths);
