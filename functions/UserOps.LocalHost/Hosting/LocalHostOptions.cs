namespace UserOps.LocalHost.Hosting;

/// <summary>What the command line, or a test, says about one host.</summary>
public sealed record LocalHostOptions
{
    public required string DataFolder { get; init; }

    /// <summary>Null: a command that answers no requests.</summary>
    public string? Urls { get; init; }

    /// <summary>Override every other source of settings.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Whether anything works in the background; tests with a virtual clock step the workers themselves.</summary>
    public bool Workers { get; init; } = true;

    /// <summary>Whether callers on this machine may put the clock forward.</summary>
    public bool VirtualClock { get; init; }

    /// <summary>The system's, but for tests.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
