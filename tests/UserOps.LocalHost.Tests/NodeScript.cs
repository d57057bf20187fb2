using System.Diagnostics;
using UserOps.Tests;

namespace UserOps.LocalHost.Tests;

/// <summary>Scripts of <c>tests/clients</c>, which use the npm packages that are installed there.</summary>
internal static class NodeScript
{
    public const string Folder = "tests/clients";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <returns>What it printed; a script that fails fails the test with what it says.</returns>
    public static async Task<string> RunAsync(string script, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("node", [script, .. arguments])
        {
            WorkingDirectory = Path.Combine(Checkout.Root, Folder),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }

        Assert.True(process.WaitForExit(Patience) && process.ExitCode == 0, $"{script} ended with {process.ExitCode}: {await error}");
        return await output;
    }
}
