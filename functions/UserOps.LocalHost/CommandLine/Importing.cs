using UserOps.Application.Orders.Import;
using UserOps.LocalHost.Hosting;

namespace UserOps.LocalHost.CommandLine;

/// <summary>An import as the person at the terminal sees it.</summary>
internal static class Importing
{
    public static async Task<ImportResult> RunAsync(Terminal terminal, OpenHost host, Stream file, string name, ImportOptions options, CancellationToken stop)
    {
        var use = host.Services.GetRequiredService<ImportOrders>();
        var result = await terminal.ShowAsync($"Importing {name}", async progress =>
        {
            var watch = new ImportWatch(terminal, progress, file.CanSeek ? file.Length : null);
            var outcome = await use.RunAsync(file, options, watch, stop);
            watch.End();
            return outcome;
        });
        if (result is ImportResult.Finished { Report: var report })
        {
            terminal.Say(Summary(report));
            // What applying left for later (merges, say) is done here, not at the next start.
            await host.DrainAsync(CancellationToken.None);
        }

        return result;
    }

    private static string Summary(ImportReport report)
    {
        List<string> parts = [Text.Count(report.Rows, "row"), Text.Count(report.Orders, "order")];
        void Add(long count, string what)
        {
            if (count > 0)
            {
                parts.Add($"{Text.Number(count)} {what}");
            }
        }

        Add(report.Lines, report.Lines == 1 ? "further line of an order" : "further lines of orders");
        Add(report.NotOrders, "no order by status");
        Add(report.Bad, "left out, see above");
        return string.Join(", ", parts) + $"; {Text.Number(report.New)} new, {Text.Number(report.Known)} known already.";
    }
}
