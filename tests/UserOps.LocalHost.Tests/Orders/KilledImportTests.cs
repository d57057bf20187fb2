using System.Globalization;
using UserOps.LocalHost.CommandLine;
using UserOps.Tests;

namespace UserOps.LocalHost.Tests.Orders;

public sealed class KilledImportTests : IDisposable
{
    private const int Kills = 3;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_import_killed_at_random_moments_and_begun_again_gives_the_scores_of_an_undisturbed_one()
    {
        var sample = Checkout.Data("cdnow-sample-orders.csv");
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var import = HostProcess.Begin("import", sample, "--data", _folder.File("killed"));
            await Task.WhenAny(import.ExitAsync(), Task.Delay(random.Next(300, 1_500)));
            await import.KillAsync();
        }

        var killed = await ScoresAsync("killed", sample);
        Assert.True(await ScoresAsync("calm", sample) == killed, $"seed {seed}");
        Assert.Equal(2_358, killed.AsSpan().Count('\n'));
    }

    [Fact]
    public async Task Ctrl_C_stops_an_import_at_a_good_place_and_says_how_to_go_on()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var orders = _folder.File("orders.csv");
        var rows = Enumerable.Range(1, 200_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"c{i},2024-05-01,{i % 90}"));
        await File.WriteAllLinesAsync(orders, ["customer,date,amount", .. rows]);
        await using var import = HostProcess.Begin("import", orders, "--data", _folder.File("data"));
        await import.SaysAsync("Importing ");
        import.Signal("INT");
        Assert.Equal(ExitCode.Interrupted, await import.ExitAsync());
        Assert.Contains("import the same file again", import.Error, StringComparison.Ordinal);
    }

    private async Task<string> ScoresAsync(string data, string orders)
    {
        foreach (var command in (string[][])[["import", orders], ["score", "--as-of", "1998-06-30"], ["export", _folder.File(data + ".csv")]])
        {
            var (code, _, error) = await HostProcess.RunAsync([.. command, "--data", _folder.File(data)]);
            Assert.True(code == ExitCode.Ok, error);
        }

        var lines = await File.ReadAllLinesAsync(_folder.File(data + ".csv"));
        Array.Sort(lines, StringComparer.Ordinal);
        return string.Concat(lines.Select(line => line + "\n"));
    }
}
