namespace UserOps.Application.Journeys.Running;

/// <summary>Until runs are built: there is none.</summary>
internal sealed class NoRuns : IAdvanceRuns
{
    public Task<RunProgress> RunAsync(string userKey, string runId, CancellationToken cancel) => Task.FromResult<RunProgress>(new RunProgress.Gone());
}
