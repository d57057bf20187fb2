using Microsoft.Azure.Functions.Worker;
using UserOps.Application.Segments.Sweeps;

namespace UserOps.Functions.Segments;

public sealed class ResumeSweepsTimer(ResumeSweeps resume)
{
    [Function(nameof(ResumeSweeps))]
    public Task RunAsync([TimerTrigger("%SweepSchedule%")] TimerInfo timer, CancellationToken cancel) => resume.RunOnceAsync(cancel);
}
