using System.Diagnostics;

namespace UserOps.Functions.Tests.Infra;

public sealed class BicepSyntaxTests
{
    private const string Clients = "tests/clients";

    [NodeFact(Clients)]
    public async Task Every_bicep_file_parses() => Assert.Equal("", await FaultsAsync([.. BicepFile.All.Select(file => file.Path)]));

    [NodeFact(Clients)]
    public async Task A_slip_of_the_pen_is_found()
    {
        var broken = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(broken, BicepFile.Main.Text.Replace("scope: group", "scope: = group", StringComparison.Ordinal));
            Assert.Contains($"{broken}:", await FaultsAsync([broken]), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(broken);
        }
    }

    private static async Task<string> FaultsAsync(string[] files)
    {
        using var process = Process.Start(new ProcessStartInfo("node", ["bicep.mjs", .. files])
        {
            WorkingDirectory = Path.Combine(Checkout.Root, Clients),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var faults = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);
        return faults;
    }
}
