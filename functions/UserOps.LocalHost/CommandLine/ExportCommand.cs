using System.CommandLine;
using UserOps.Application.Scoring;
using UserOps.LocalHost.Hosting;

namespace UserOps.LocalHost.CommandLine;

internal sealed class ExportCommand(Terminal terminal, CommonOptions common)
{
    private readonly Argument<string> _file = new("FILE") { Description = "Where to write; - writes to standard output" };

    private readonly Option<DateOnly?> _asOf = new("--as-of")
    {
        Description = "A day that was scored [default: the last one]", HelpName = "YYYY-MM-DD", CustomParser = DayOption.Parse,
    };

    private readonly Option<bool> _everyone = new("--everyone") { Description = "Also users without an order, with empty scores" };

    public Command Create()
    {
        var command = new Command("export", "Write the scores of all users as CSV") { _file, _asOf, _everyone };
        command.SetAction(RunAsync);
        return command;
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken stop) => Session.RunAsync(
        terminal,
        common.Read(parsed),
        host => ExportAsync(host, parsed.GetValue(_file)!, parsed.GetValue(_asOf), parsed.GetValue(_everyone), stop),
        stop);

    private async Task<int> ExportAsync(OpenHost host, string file, DateOnly? asOf, bool everyone, CancellationToken stop)
    {
        if (await host.Services.GetRequiredService<FindScores>().RunAsync(asOf, stop) is not { } run)
        {
            var day = asOf is { } given ? $" --as-of {given:yyyy-MM-dd}" : "";
            terminal.Note($"There are no scores{(asOf is null ? "" : " of that day")} yet: run score{day} first.");
            return ExitCode.Failed;
        }

        var export = host.Services.GetRequiredService<ExportScores>();
        if (file == "-")
        {
            await using var output = Console.OpenStandardOutput();
            await export.RunAsync(run, output, everyone, stop);
            return ExitCode.Ok;
        }

        var path = Path.GetFullPath(file);
        var users = await ReplaceAsync(path, stream => export.RunAsync(run, stream, everyone, stop));
        terminal.Say($"Wrote {Text.Count(users, "user")} as of {run.AsOf:yyyy-MM-dd} to {path}");
        return ExitCode.Ok;
    }

    /// <summary>Whoever reads the file meanwhile sees the old one or the new one, never half of it.</summary>
    private static async Task<long> ReplaceAsync(string path, Func<Stream, Task<long>> write)
    {
        var unfinished = path + ".part";
        try
        {
            long users;
            await using (var stream = File.Create(unfinished))
            {
                users = await write(stream);
            }

            File.Move(unfinished, path, overwrite: true);
            return users;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
