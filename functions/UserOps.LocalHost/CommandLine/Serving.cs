using UserOps.LocalHost.Hosting;

namespace UserOps.LocalHost.CommandLine;

internal static class Serving
{
    /// <returns>False when an address could not be had, which is then said.</returns>
    public static async Task<bool> StartAsync(Terminal terminal, OpenHost host, CancellationToken stop)
    {
        try
        {
            await host.StartAsync(stop);
            return true;
        }
        catch (IOException unavailable)
        {
            terminal.Note($"{unavailable.Message}. Choose another address with --urls, for instance --urls http://127.0.0.1:0 for a free port.");
            return false;
        }
    }
}
