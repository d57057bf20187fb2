using UserOps.Application.Recommendations;
using UserOps.Application.Scoring;
using UserOps.LocalHost.Hosting;

namespace UserOps.LocalHost.CommandLine;

/// <summary>A scoring run as the person at the terminal sees it.</summary>
internal static class Scoring
{
    public static async Task<ScoringRun> RunAsync(Terminal terminal, OpenHost host, DateOnly day, CancellationToken stop)
    {
        var use = host.Services.GetRequiredService<ScoreUsers>();
        var run = await terminal.ShowAsync($"Scoring as of {day:yyyy-MM-dd}", progress => use.RunAsync(day, new Relay(progress), stop));

        // Changes of segment and stage are events, which belong in the users' timelines before anybody looks.
        await host.DrainAsync(CancellationToken.None);
        await terminal.ShowAsync("Recommendations", async _ =>
        {
            await host.Services.GetRequiredService<RefreshRecommendations>().RunAsync(stop);
            return true;
        });
        return run;
    }

    private sealed class Relay(IProgress<Step> progress) : IProgress<ScoringProgress>
    {
        private const int Phases = 3;

        public void Report(ScoringProgress value) => progress.Report(new(
            ((int)value.Phase - 1 + ((double)value.BucketsDone / value.Buckets)) / Phases, $"{value.Phase}, {Text.Count(value.Users, "user")}"));
    }
}
