using UserOps.Application.Segments.Sweeps;

namespace UserOps.LocalHost.Workers;

public sealed class SweepsLoop(ResumeSweeps resume, TimeProvider clock, ILogger<SweepsLoop> logger) : WorkerLoop(clock, logger)
{
    protected override Task<DateTimeOffset> RunOnceAsync(CancellationToken cancel) => resume.RunOnceAsync(cancel);
}
