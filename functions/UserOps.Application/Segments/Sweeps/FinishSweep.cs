using UserOps.Application.Segments.Snapshots;

namespace UserOps.Application.Segments.Sweeps;

/// <summary>What is left to do once all lanes are through. Twice does no harm.</summary>
public sealed class FinishSweep(SweepRows rows, FinishSnapshot snapshot)
{
    public async Task RunAsync(Sweep sweep, CancellationToken cancel)
    {
        if (sweep.IsAnswer || !(await rows.LanesAsync(sweep.Id, cancel)).All(lane => lane.IsDone))
        {
            return;
        }

        if (sweep.Kind is SweepKind.Snapshot or SweepKind.Clearing)
        {
            await snapshot.RunAsync(sweep, cancel);
            await rows.ForgetAsync(sweep.Id, cancel);
        }

        await rows.CloseAsync(sweep.Id, cancel);
    }
}
