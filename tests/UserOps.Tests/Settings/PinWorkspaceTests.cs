using NodaTime;
using UserOps.Application.Settings;
using UserOps.Tests.Storage;

namespace UserOps.Tests.Settings;

public class PinWorkspaceTests
{
    private readonly MemoryTableStore _store = new();

    [Fact]
    public async Task Data_keeps_the_zone_and_currency_it_was_begun_with()
    {
        Assert.Null(await PinAsync("Europe/Berlin", "EUR"));
        Assert.Null(await PinAsync("Europe/Berlin", "EUR"));
        Assert.Contains("begun with time zone Europe/Berlin and currency EUR", await PinAsync("Europe/Berlin", "USD"), StringComparison.Ordinal);
        Assert.Contains("set Workspace:TimeZone to Europe/Berlin", await PinAsync("UTC", "EUR"), StringComparison.Ordinal);
        Assert.Null(await PinAsync("Europe/Berlin", "EUR"));
    }

    private Task<string?> PinAsync(string zone, string currency) =>
        new PinWorkspace(_store, new() { Workspace = new() { Zone = DateTimeZoneProviders.Tzdb[zone], Currency = currency } }).RunAsync(default);
}
