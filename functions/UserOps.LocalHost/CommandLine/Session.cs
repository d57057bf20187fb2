using UserOps.LocalHost.Hosting;

namespace UserOps.LocalHost.CommandLine;

/// <summary>Opens a data folder for one command, and says why when it can't be.</summary>
internal static class Session
{
    public static async Task<int> RunAsync(Terminal terminal, LocalHostOptions options, Func<OpenHost, Task<int>> work, CancellationToken stop)
    {
        switch (await LocalHostApp.OpenAsync(options, stop))
        {
            case Opening.Opened { Host: var host }:
                await using (host)
                {
                    return await work(host);
                }

            case Opening.Refused refused:
                foreach (var message in refused.Messages)
                {
                    terminal.Note(message);
                }

                return refused.ExitCode;

            default:
                throw new InvalidOperationException("An opening is opened or refused.");
        }
    }
}
