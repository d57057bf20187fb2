namespace UserOps.Application.Paths;

/// <summary>A step of the paths in a row.</summary>
internal sealed record StoredStep(long Ended, long Open, StoredItems Events);
