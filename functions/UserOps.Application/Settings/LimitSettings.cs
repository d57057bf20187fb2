namespace UserOps.Application.Settings;

/// <summary>Bounds on what a sender may ask of one request.</summary>
public sealed record LimitSettings
{
    public int RequestBytes { get; init; } = 1024 * 1024;

    public int EventBytes { get; init; } = 32 * 1024;

    public int BatchEvents { get; init; } = 2_500;

    /// <summary>A message that failed this often goes to the dead letters.</summary>
    public int MessageTries { get; init; } = 5;
}
