using System.CommandLine;
using UserOps.Application.Orders.Import;
using UserOps.LocalHost.Hosting;

namespace UserOps.LocalHost.CommandLine;

/// <summary>The whole way on public data: orders in, scored users out, served.</summary>
internal sealed class DemoCommand(Terminal terminal, CommonOptions common)
{
    /// <summary>The last day of the sample.</summary>
    private static readonly DateOnly AsOf = new(1998, 6, 30);

    public Command Create()
    {
        var command = new Command("demo", "Import, score and serve a sample: 18 months of a CD shop's orders, in a data folder of its own") { common.Urls };
        command.SetAction((parsed, stop) => Session.RunAsync(terminal, Options(parsed), host => RunAsync(host, stop), stop));
        return command;
    }

    /// <summary>
    /// Never in the folder that the environment names, which may hold somebody's own data. The sample's zone and currency, whatever is set here. No nights: yesterday,
    /// all of the sample's customers would be lost.
    /// </summary>
    private LocalHostOptions Options(ParseResult parsed)
    {
        var read = common.Read(parsed, listen: true);
        return read with
        {
            DataFolder = DataLocation.Resolve(parsed.GetValue(common.Data) ?? DataLocation.OwnFolder("userops-demo")),
            Settings = new Dictionary<string, string?>(read.Settings, StringComparer.OrdinalIgnoreCase)
            {
                ["Workspace:TimeZone"] = "UTC", ["Workspace:Currency"] = "USD", ["Scoring:NightlyHour"] = "off",
            },
        };
    }

    private async Task<int> RunAsync(OpenHost host, CancellationToken stop)
    {
        await using (var sample = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "demo", "cdnow-sample-orders.csv")))
        {
            var result = await Importing.RunAsync(terminal, host, sample, "the CDNOW sample", new ImportOptions(), stop);
            if (result is not ImportResult.Finished { Report.Interrupted: false })
            {
                return stop.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Failed;
            }
        }

        var run = await Scoring.RunAsync(terminal, host, AsOf, stop);
        terminal.Say("");
        SegmentTable.Print(terminal, run);
        if (!await Serving.StartAsync(terminal, host, stop))
        {
            return ExitCode.Failed;
        }

        terminal.Say("");
        Welcome.Print(terminal, host);
        await DemoTour.PrintAsync(terminal, host, run, stop);
        await host.ServeUntilAsync(stop);
        return ExitCode.Ok;
    }
}
