using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace UserOps.Functions.Tests.Durable;

/// <summary>Events from outside, sub-orchestrations and executions that continue as new.</summary>
public sealed class WaitingTests
{
    private readonly ManualClock _clock = new();
    private readonly OrchestrationHost _host;

    public WaitingTests() => _host = new(_clock);

    [Fact]
    public async Task An_event_ends_a_wait_and_the_timer_beside_it_no_longer_counts()
    {
        _host.AddOrchestrator("O", async context =>
        {
            using var stop = new CancellationTokenSource();
            var timer = context.CreateTimer(TimeSpan.FromHours(1), stop.Token);
            var raised = context.WaitForExternalEvent<int>("wake", stop.Token);
            var first = await Task.WhenAny(timer, raised);
            stop.Cancel();
            return first == raised ? await raised : -1;
        });
        var (woken, late) = (_host.Start("O"), _host.Start("O"));
        await _host.RunAsync(_clock.GetUtcNow().AddMinutes(5));
        _host.Raise(woken.Id, "WAKE", 7);
        await _host.RunAsync(_clock.GetUtcNow().AddMinutes(1));

        Assert.Equal((7, OrchestrationRuntimeStatus.Running), (woken.Output<int>(), late.Status));
        await _host.RunAsync();
        Assert.Equal(-1, late.Output<int>());
    }

    [Fact]
    public async Task A_wait_for_an_event_is_no_fault_and_early_events_are_kept()
    {
        _host.AddActivity<int, int>("Same", Task.FromResult);
        _host.AddOrchestrator("O", async context =>
        {
            await context.CallActivityAsync<int>("Same", 1);
            return await context.WaitForExternalEvent<string>("a") + await context.WaitForExternalEvent<string>("b");
        });
        var instance = _host.Start("O");
        _host.Raise(instance.Id, "b", "B");
        await _host.RunAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Running, instance.Status);

        _host.Raise(instance.Id, "a", "A");
        await _host.RunAsync();

        Assert.Equal("AB", instance.Output<string>());
    }

    [Fact]
    public async Task The_last_to_wait_is_the_first_to_get_and_an_abandoned_wait_swallows()
    {
        _host.AddOrchestrator("O", async context =>
        {
            var old = context.WaitForExternalEvent<int>("e");
            var young = context.WaitForExternalEvent<int>("e");
            return (10 * await young) + await old;
        });
        _host.AddOrchestrator("Abandons", async context =>
        {
            using var stop = new CancellationTokenSource();
            _ = context.WaitForExternalEvent<int>("e", stop.Token);
            stop.Cancel();
            await context.CreateTimer(TimeSpan.FromHours(1), default);
            return await context.WaitForExternalEvent<int>("e");
        });
        var (both, abandons) = (_host.Start("O"), _host.Start("Abandons"));
        await _host.RunAsync(_clock.GetUtcNow().AddSeconds(1));
        foreach (var id in new[] { both.Id, abandons.Id })
        {
            _host.Raise(id, "e", 1);
            _host.Raise(id, "e", 2);
        }

        await _host.RunAsync();

        Assert.Equal((12, 2), (both.Output<int>(), abandons.Output<int>()));
    }

    [Fact]
    public async Task An_event_can_be_lost()
    {
        _host.Faults.LosesEvent = (_, name) => name == "wake";
        _host.AddOrchestrator("O", context => context.WaitForExternalEvent<int>("wake"));
        var instance = _host.Start("O");
        _host.Raise(instance.Id, "wake", 1);
        await _host.RunAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Running, instance.Status);
    }

    [Theory]
    [InlineData(true, false, 2)]
    [InlineData(false, false, 1)]
    [InlineData(true, true, 1)]
    public async Task Continuing_as_new_begins_a_history_and_takes_unheard_events_along_or_loses_them(bool preserve, bool loses, int ended)
    {
        _host.Faults.LosesCarriedEvents = loses;
        _host.AddOrchestrator("O", async context =>
        {
            var round = context.GetInput<int>();
            await context.WaitForExternalEvent<int>("go");
            await context.CreateTimer(TimeSpan.FromHours(1), default);
            if (round < 2)
            {
                context.ContinueAsNew(round + 1, preserve);
            }

            return round;
        });
        var instance = _host.Start("O", 1);
        _host.Raise(instance.Id, "go", 1);
        _host.Raise(instance.Id, "go", 1);

        await _host.RunAsync();

        Assert.Equal((2, "2"), (instance.Execution, instance.InputJson));
        Assert.Equal(ended == 2 ? OrchestrationRuntimeStatus.Completed : OrchestrationRuntimeStatus.Running, instance.Status);
        Assert.InRange(instance.History.Count, 1, 8);
    }

    [Fact]
    public async Task An_orchestration_that_goes_on_for_ever_can_be_watched_for_a_while_and_ended()
    {
        _host.AddOrchestrator("O", async context =>
        {
            await context.CreateTimer(TimeSpan.FromDays(1), default);
            context.ContinueAsNew(context.GetInput<int>() + 1);
            return 0;
        });
        var instance = _host.Start("O", 0);
        await _host.RunAsync(_clock.GetUtcNow().AddDays(100));
        Assert.Equal("100", instance.InputJson);

        _host.Terminate(instance.Id);
        await _host.RunAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, instance.Status);
    }

    [Fact]
    public async Task A_sub_orchestration_answers_or_fails_and_knows_who_called()
    {
        _host.AddOrchestrator("Parent", async context =>
        {
            try
            {
                var told = await context.CallSubOrchestratorAsync<string>("Child", 1, new SubOrchestrationOptions(instanceId: "kid"));
                await context.CallSubOrchestratorAsync<string>("Child", 2);
                return told;
            }
            catch (TaskFailedException e)
            {
                return $"{e.TaskName}: {e.FailureDetails.ErrorMessage}";
            }
        });
        _host.AddOrchestrator("Child", async context =>
        {
            await context.CreateTimer(TimeSpan.FromHours(1), default);
            context.SendEvent("listener", "heard", context.InstanceId);
            return context.GetInput<int>() == 1 ? $"{context.Parent!.InstanceId}" : throw new IOException("No.");
        });
        _host.AddOrchestrator("Listener", context => context.WaitForExternalEvent<string>("heard"));
        var listener = _host.Start("Listener", id: "listener");
        var parent = _host.Start("Parent", id: "parent");

        await _host.RunAsync();

        Assert.Equal(("Child: No.", "kid"), (parent.Output<string>(), listener.Output<string>()));
        Assert.Equal("parent", _host["kid"].Output<string>());
    }

    [Fact]
    public async Task A_client_sees_instances_and_cannot_start_one_that_is_at_work()
    {
        await using var client = new HostClient(_host);
        _host.AddOrchestrator("O", context => context.WaitForExternalEvent<int>("go"));
        await client.ScheduleNewOrchestrationInstanceAsync("O", null, new StartOrchestrationOptions("o"));

        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await client.GetInstanceAsync("o", default))!.RuntimeStatus);
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.ScheduleNewOrchestrationInstanceAsync("O", null, new StartOrchestrationOptions("o")));
        await client.RaiseEventAsync("o", "go", 3);
        await _host.RunAsync();
        Assert.True((await client.GetInstanceAsync("o", default))!.IsCompleted);
        Assert.Null(await client.GetInstanceAsync("nobody", default));
        await client.ScheduleNewOrchestrationInstanceAsync("O", null, new StartOrchestrationOptions("o"));
    }
}
