using UserOps.LocalHost.Hosting;

namespace UserOps.LocalHost.Tests;

/// <summary>A real host in this process: Kestrel on a free loopback port over a data folder of its own.</summary>
public sealed class TestHost : IAsyncDisposable
{
    private readonly TemporaryFolder? _ownFolder;

    private TestHost(OpenHost host, TemporaryFolder? ownFolder)
    {
        Host = host;
        _ownFolder = ownFolder;
        Client = new HttpClient { BaseAddress = new Uri(host.Addresses.First()) };
    }

    public OpenHost Host { get; }

    public HttpClient Client { get; }

    /// <summary>Without a slash at the end, as senders are given it.</summary>
    public string Address => Host.Addresses.First();

    public IServiceProvider Services => Host.Services;

    /// <param name="folder">Null: one of its own, deleted with it.</param>
    public static async Task<TestHost> StartAsync(
        string? folder = null, Dictionary<string, string?>? settings = null, string urls = "http://127.0.0.1:0", bool workers = true, TimeProvider? clock = null,
        bool virtualClock = false)
    {
        var own = folder is null ? new TemporaryFolder() : null;
        var opening = await LocalHostApp.OpenAsync(
            new() { DataFolder = folder ?? own!.Path, Urls = urls, Settings = settings ?? [], Workers = workers, Clock = clock ?? TimeProvider.System, VirtualClock = virtualClock },
            CancellationToken.None);
        var host = Assert.IsType<Opening.Opened>(opening).Host;
        await host.StartAsync(CancellationToken.None);
        return new(host, own);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Host.DisposeAsync();
        _ownFolder?.Dispose();
    }
}
