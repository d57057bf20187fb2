using System.Globalization;
using CsvHelper;
using UserOps.Application.Scoring;
using UserOps.LocalHost.Hosting;

namespace UserOps.LocalHost.CommandLine;

/// <summary>What to look at once the demo serves.</summary>
internal static class DemoTour
{
    public static async Task PrintAsync(Terminal terminal, OpenHost host, ScoringRun run, CancellationToken stop)
    {
        var url = host.Addresses.First();
        var customer = await BestCustomerAsync(host, run, stop);
        terminal.Say("");
        terminal.Say("What to look at next, in another terminal:");
        terminal.Say($"  who spent most           curl {url}/api/users/{customer}");
        terminal.Say($"  what happened to them    curl {url}/api/users/{customer}/timeline");
        terminal.Say($"  cut points and segments  curl {url}/api/scoring/latest");
        terminal.Say($"  all scores, for a sheet  curl {url}/api/scoring/scores.csv");
        if (host.TrialKeys)
        {
            terminal.Say(
                $"  send an event            curl -u local-server: -H 'Content-Type: application/json' {url}/api/v1/track "
                + $$$"""-d '{"userId":"{{{customer}}}","event":"Product Viewed","properties":{"name":"Kind of Blue"}}'""");
        }

        terminal.Say("  your own orders          dotnet run --project functions/UserOps.LocalHost -- import orders.csv");
        terminal.Say("Ctrl-C ends it; the next start goes on from the same data.");
    }

    /// <returns>Whoever has spent most.</returns>
    private static async Task<string> BestCustomerAsync(OpenHost host, ScoringRun run, CancellationToken stop)
    {
        using var scores = new MemoryStream();
        await host.Services.GetRequiredService<ExportScores>().RunAsync(run, scores, everyone: false, stop);
        scores.Position = 0;
        using var csv = new CsvReader(new StreamReader(scores), CultureInfo.InvariantCulture);
        await csv.ReadAsync();
        csv.ReadHeader();
        var best = (Id: "", Amount: decimal.MinValue);
        while (await csv.ReadAsync())
        {
            var amount = csv.GetField<decimal>("amount");
            best = amount > best.Amount ? (csv.GetField("customer_id")!, amount) : best;
        }

        return Uri.EscapeDataString(best.Id);
    }
}
