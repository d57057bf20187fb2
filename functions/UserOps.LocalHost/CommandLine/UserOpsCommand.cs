using System.CommandLine;
using System.CommandLine.Invocation;
using Microsoft.Data.Sqlite;

namespace UserOps.LocalHost.CommandLine;

/// <summary>The command line of the local host.</summary>
public static class UserOpsCommand
{
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken stop)
    {
        var parsed = Root(terminal).Parse(args);
        var configuration = new InvocationConfiguration
        {
            Output = terminal.Results,
            Error = terminal.Notes,
            EnableDefaultExceptionHandler = false,

            // Stopping is the business of Interrupts: a chunk that was begun is finished.
            ProcessTerminationTimeout = null,
        };
        try
        {
            var code = await parsed.InvokeAsync(configuration, stop);
            return parsed.Action is ParseErrorAction ? ExitCode.Usage : code;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            terminal.Note("Stopped.");
            return ExitCode.Interrupted;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SqliteException)
        {
            // Disks fill up and folders are forbidden; where in the program it was noticed helps nobody.
            terminal.Note(fault.Message);
            return ExitCode.Failed;
        }
#pragma warning disable CA1031 // The last line before the runtime, which would end the process as a crash.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            terminal.Note($"This should not have happened. What is stored is whole; please report: {fault}");
            return ExitCode.Failed;
        }
    }

    private static RootCommand Root(Terminal terminal)
    {
        var common = new CommonOptions();
        var serve = new ServeCommand(terminal, common);
        var root = new RootCommand("UserOps: orders and events in, scored users out, on this machine. Without a command it serves.")
        {
            serve.Create(),
            new ImportCommand(terminal, common).Create(),
            new ScoreCommand(terminal, common).Create(),
            new ExportCommand(terminal, common).Create(),
            new DemoCommand(terminal, common).Create(),
            new JourneysCommand(terminal, common).Create(),
            new SegmentsCommand(terminal, common).Create(),
            new DeadLettersCommand(terminal, common).Create(),
        };
        root.Options.Add(common.Data);
        root.Options.Add(common.Set);
        root.Options.Add(common.Urls);
        root.Options.Add(common.VirtualClock);
        root.SetAction(serve.RunAsync);
        return root;
    }
}
