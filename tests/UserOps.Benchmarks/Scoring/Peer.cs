using System.Diagnostics;
using System.Globalization;

namespace UserOps.Benchmarks.Scoring;

/// <summary>A script that reads the same rows, writes its scores beside them, and prints the median and the best milliseconds of its own computing.</summary>
internal sealed record Peer(string Name, string Command, string Script, string HowToInstall)
{
    public string ScoresIn(string folder) => Path.Combine(folder, Script + ".scores");

    public async Task<Times?> RunAsync(string folder, int repetitions)
    {
        var script = Path.Combine(FolderOfPeers(), Script);
        try
        {
            using var process = Process.Start(new ProcessStartInfo(Command, [script, folder, repetitions.ToString(CultureInfo.InvariantCulture)])
            {
                RedirectStandardOutput = true,
            })!;
            var said = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            if (process.ExitCode == 0)
            {
                var times = said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
                return new(double.Parse(times[0], CultureInfo.InvariantCulture), double.Parse(times[1], CultureInfo.InvariantCulture));
            }
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            Console.Error.WriteLine(e.Message);
        }

        Console.Error.WriteLine($"{Name} did not run. {HowToInstall}");
        return null;
    }

    private static string FolderOfPeers()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "peers")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("peers"), "peers");
    }
}
