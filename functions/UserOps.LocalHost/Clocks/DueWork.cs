namespace UserOps.LocalHost.Clocks;

/// <param name="RunOnceAsync">Does what is due; returns when there is something to do next, null when nothing is in sight.</param>
internal sealed record DueWork(Func<CancellationToken, Task<DateTimeOffset?>> RunOnceAsync);
