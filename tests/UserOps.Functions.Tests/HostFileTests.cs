using System.Text.Json;

namespace UserOps.Functions.Tests;

public sealed class HostFileTests
{
    /// <summary>Route templates name their <c>api/</c> themselves, the same in both hosts.</summary>
    [Fact]
    public void The_functions_host_adds_no_prefix_to_routes()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")));
        Assert.Equal("", host.RootElement.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());
    }
}
