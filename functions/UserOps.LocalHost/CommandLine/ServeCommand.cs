using System.CommandLine;
using UserOps.LocalHost.Hosting;

namespace UserOps.LocalHost.CommandLine;

internal sealed class ServeCommand(Terminal terminal, CommonOptions common)
{
    public Command Create()
    {
        var command = new Command("serve", "Answer requests, apply events and score every night until Ctrl-C") { common.Urls, common.VirtualClock };
        command.SetAction(RunAsync);
        return command;
    }

    public Task<int> RunAsync(ParseResult parsed, CancellationToken stop) =>
        Session.RunAsync(terminal, common.Read(parsed, listen: true), host => ServeAsync(host, stop), stop);

    private async Task<int> ServeAsync(OpenHost host, CancellationToken stop)
    {
        if (!await Serving.StartAsync(terminal, host, stop))
        {
            return ExitCode.Failed;
        }

        Welcome.Print(terminal, host);
        await host.ServeUntilAsync(stop);
        terminal.Note("Stopped. Everything that was answered is stored.");
        return ExitCode.Ok;
    }
}
