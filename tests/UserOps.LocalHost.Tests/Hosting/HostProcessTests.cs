using System.Net;
using UserOps.LocalHost.CommandLine;

namespace UserOps.LocalHost.Tests.Hosting;

public sealed class HostProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_running_host_keeps_other_commands_off_its_folder_until_it_is_killed()
    {
        await using (var host = await HostProcess.ServeAsync(_folder.Path))
        {
            Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync("/api/health")).StatusCode);
            var second = await HostProcess.RunAsync("score", "--data", _folder.Path);
            Assert.Equal(ExitCode.Busy, second.ExitCode);
            Assert.Contains($"process id {host.Id}", second.Error, StringComparison.Ordinal);
            await host.KillAsync();
        }

        Assert.Equal(ExitCode.Ok, (await HostProcess.RunAsync("score", "--data", _folder.Path)).ExitCode);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_ends_serving_in_good_order(string signal)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var host = await HostProcess.ServeAsync(_folder.Path);
        host.Signal(signal);
        Assert.Equal(ExitCode.Ok, await host.ExitAsync());
        Assert.False(File.Exists(_folder.File("userops.db-wal")), "The write-ahead log was folded back.");
    }
}
