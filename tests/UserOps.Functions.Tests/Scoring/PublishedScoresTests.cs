using System.Net;
using System.Net.Http.Json;
using UserOps.Functions.Scoring;
using UserOps.Functions.Tests.Azurite;
using UserOps.Functions.Tests.Durable;
using UserOps.Functions.Tests.Hosting;
using UserOps.Tests.Scoring;

namespace UserOps.Functions.Tests.Scoring;

/// <summary>The whole way through the function app: events over HTTP, queue, tables, orchestration, export.</summary>
public sealed class PublishedScoresTests
{
    [AzuriteFact]
    public async Task Telling_scoring_and_exporting_the_rfm_sample_gives_every_row_of_the_published_result()
    {
        await using var host = await FunctionsHost.StartAsync();
        await RfmOrders.PostAsync(host);
        await host.PumpAsync();

        var asked = await host.Client.PostAsJsonAsync("/api/scoring/runs", new { asOf = "2006-12-31" });
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        var hub = new OrchestrationHost(new ManualClock(), seed: 4).AddFunctions(typeof(NightlyScoring).Assembly, host.Services);
        await host.PumpScoringAsync(new HostClient(hub));
        await hub.RunAsync();

        using var scores = new StreamReader(await host.Client.GetStreamAsync("/api/scoring/scores.csv"));
        (await ScoresFile.PublishedAsync()).AssertEqual(await ScoresFile.ReadAsync(scores));
    }
}
