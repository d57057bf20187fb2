namespace UserOps.Domain.Paths;

/// <summary>Something that somebody did.</summary>
public readonly record struct PathEvent(string Name, DateTimeOffset At);
