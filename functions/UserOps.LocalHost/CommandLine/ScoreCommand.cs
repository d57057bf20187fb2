using System.CommandLine;
using UserOps.Application.Scoring;
using UserOps.Domain;
using UserOps.LocalHost.Hosting;

namespace UserOps.LocalHost.CommandLine;

internal sealed class ScoreCommand(Terminal terminal, CommonOptions common)
{
    private readonly Option<DateOnly?> _asOf = new("--as-of")
    {
        Description = "Score as things stood at the end of this day [default: today, with what has come in so far]",
        HelpName = "YYYY-MM-DD",
        CustomParser = DayOption.Parse,
    };

    public Command Create()
    {
        var command = new Command("score", "Score all users as of a day; doing it again gives the same") { _asOf };
        command.SetAction(RunAsync);
        return command;
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken stop) =>
        Session.RunAsync(terminal, common.Read(parsed), host => ScoreAsync(host, parsed.GetValue(_asOf), stop), stop);

    private async Task<int> ScoreAsync(OpenHost host, DateOnly? asOf, CancellationToken stop)
    {
        var today = Days.ToDate(Days.Of(host.Clock.GetUtcNow(), host.Settings.Workspace.Zone));
        var day = asOf ?? today;
        if (day > today)
        {
            terminal.Note($"{day:yyyy-MM-dd} lies in the future; today is {today:yyyy-MM-dd} in {host.Settings.Workspace.Zone.Id}.");
            return ExitCode.Usage;
        }

        ScoringRun run;
        try
        {
            run = await Scoring.RunAsync(terminal, host, day, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            terminal.Note("Stopped. No harm is done; score the same day again to finish.");
            return ExitCode.Interrupted;
        }

        SegmentTable.Print(terminal, run);
        return ExitCode.Ok;
    }
}
