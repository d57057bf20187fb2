namespace UserOps.Application.Tags;

/// <param name="Day">Of the workspace, counted in the night after it.</param>
/// <param name="Coverage">How many people had the tag.</param>
public sealed record TagDayView(DateOnly Day, long Coverage);
