using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Running;

namespace UserOps.LocalHost.Tests.Journeys;

/// <summary>The loop of the host; runs of these names are not there, so that their alarms are put off by a minute.</summary>
public sealed class AlarmLoopTests
{
    [Fact]
    public async Task A_wake_is_handled_at_once_by_a_host_that_waits_for_nothing()
    {
        await using var host = await TestHost.StartAsync();
        var alarms = host.Services.GetRequiredService<RunAlarms>();

        await host.Services.GetRequiredService<IRunDriver>().WakeAsync("u~nobody", "norun", default);

        for (var tries = 0; await alarms.FindWakeAsync("norun", default) is not null; tries++)
        {
            Assert.InRange(tries, 0, 200);
            await Task.Delay(50);
        }

        Assert.InRange((await alarms.NextAsync(default))!.Value, host.Host.Clock.GetUtcNow(), host.Host.Clock.GetUtcNow().AddMinutes(2));
    }

    [Fact]
    public async Task Alarms_of_an_earlier_process_are_handled_by_the_next()
    {
        using var folder = new TemporaryFolder();
        await using (var first = await TestHost.StartAsync(folder.Path, workers: false))
        {
            await first.Services.GetRequiredService<IRunDriver>().WakeAsync("u~nobody", "norun", default);
        }

        await using var second = await TestHost.StartAsync(folder.Path);
        for (var tries = 0; await second.Services.GetRequiredService<RunAlarms>().FindWakeAsync("norun", default) is not null; tries++)
        {
            Assert.InRange(tries, 0, 200);
            await Task.Delay(50);
        }
    }

    [Fact]
    public async Task With_the_virtual_clock_alarms_fire_on_the_way()
    {
        await using var host = await TestHost.StartAsync(virtualClock: true);
        var alarms = host.Services.GetRequiredService<RunAlarms>();
        await alarms.SetAsync("u~nobody", "norun", host.Host.Clock.GetUtcNow().AddDays(3), default);

        (await host.Client.PostAsJsonAsync("/api/dev/clock", new { advance = "P2D" })).EnsureSuccessStatusCode();
        Assert.NotNull(await alarms.NextAsync(default));
        (await host.Client.PostAsJsonAsync("/api/dev/clock", new { advance = "P2D" })).EnsureSuccessStatusCode();

        Assert.Null(await alarms.NextAsync(default));
    }
}
