using System.Net;
using UserOps.LocalHost.CommandLine;

namespace UserOps.LocalHost.Tests.CommandLine;

public sealed class DemoTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_demo_imports_scores_and_serves_the_sample_and_what_it_tells_to_look_at_is_there()
    {
        for (var start = 0; start < 2; start++)
        {
            await using var demo = await HostProcess.ListenAsync("demo", "--urls", "http://127.0.0.1:0", "--data", _folder.Path);
            Assert.Contains(start == 0 ? "6,919 new" : "0 new, 6,919 known already", demo.Output, StringComparison.Ordinal);
            Assert.Contains("2,357 users as of 1998-06-30", demo.Output, StringComparison.Ordinal);
            await demo.SaysAsync("Ctrl-C ends it");
            foreach (var path in demo.Output.Split(["curl http://"], StringSplitOptions.None).Skip(1).Select(rest => rest[rest.IndexOf('/', StringComparison.Ordinal)..].Split('\n')[0].Trim()))
            {
                Assert.Equal(HttpStatusCode.OK, (await demo.Client.GetAsync(path)).StatusCode);
            }

            if (!OperatingSystem.IsWindows())
            {
                demo.Signal("INT");
                Assert.Equal(ExitCode.Ok, await demo.ExitAsync());
            }
        }
    }
}
