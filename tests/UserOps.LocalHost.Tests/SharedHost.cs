using UserOps.LocalHost.Tests.Events.Webhooks;

namespace UserOps.LocalHost.Tests;

/// <summary>One host for all tests of a class, which keep apart by whom they are about.</summary>
public sealed class SharedHost : IAsyncLifetime
{
    /// <summary>The trial keys that the README names.</summary>
    public const string ServerKey = "local-server";

    public const string BrowserKey = "local-browser";

    private TestHost? _host;

    public TestHost Host => _host ?? throw new InvalidOperationException("The host is not started.");

    public async Task InitializeAsync() => _host = await TestHost.StartAsync(settings: Shops.Settings());

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
