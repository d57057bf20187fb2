using Microsoft.DurableTask;

namespace UserOps.Functions.Tests.Durable;

/// <summary>Orchestrators that break the rules, each in a way of its own: the host has to notice every one.</summary>
public sealed class OrchestratorFaultTests
{
    private static int _counter;
    private readonly OrchestrationHost _host = new(new(DateTimeOffset.UtcNow));

    public OrchestratorFaultTests() => _host.AddActivity<string, string>("Echo", Task.FromResult);

    public static TheoryData<string> Rules => [.. Bad.Keys];

    private static Dictionary<string, (Func<TaskOrchestrationContext, Task<string>> Orchestrator, string Says)> Bad { get; } = new()
    {
        ["random id in an input"] = (async c => await Echo(c, Guid.NewGuid().ToString()), "the replay for #0 Activity Echo"),
        ["clock in an input"] = (async c => await Echo(c, DateTime.UtcNow.Ticks.ToString()), "the replay for #0 Activity Echo"),
        ["clock in a timer"] = (async c =>
        {
            await c.CreateTimer(DateTime.UtcNow.AddHours(1), default);
            return "";
        }, "Timer timer at"),
        ["static counter chooses the activity"] = (async c => await c.CallActivityAsync<string>(_counter++ % 2 == 0 ? "Echo" : "Other", "x"), "the replay for #0 Activity Other"),
        ["static counter asks for one more"] = (async c =>
        {
            await Echo(c, "1");
            var more = _counter++ % 2 == 0 ? Echo(c, "2") : Task.FromResult("");
            await Echo(c, "3");
            return await more;
        }, "history says it asked for"),
        ["static counter leaves one out"] = (async c =>
        {
            if (_counter++ % 2 == 0)
            {
                await Echo(c, "1");
            }

            return "";
        }, "the replay for nothing"),
        ["replay asks for more"] = (async c =>
        {
            var first = Echo(c, "1");
            _ = c.IsReplaying ? Echo(c, "2") : first;
            await first;
            return await Echo(c, "3");
        }, "which history does not know"),
        ["other options in the replay"] = (async c =>
        {
            return await c.CallActivityAsync<string>("Echo", "x", TaskOptions.FromRetryPolicy(new(2 + (_counter++ % 2), TimeSpan.FromSeconds(1))));
        }, "up to"),
        ["random output"] = (_ => Task.FromResult(Guid.NewGuid().ToString()), "history says it ended"),
        ["static counter chooses the end"] = (_ => _counter++ % 2 == 0 ? Task.FromResult("") : throw new IOException(), "history says it ended"),
        ["delay"] = (async c =>
        {
            await Task.Delay(TimeSpan.FromMinutes(1));
            return await Echo(c, "x");
        }, OrchestratorThread.ForeignTask),
        ["delay beside an activity"] = (async c =>
        {
            var echo = Echo(c, "x");
            await Task.Delay(TimeSpan.FromMinutes(1));
            return await echo;
        }, OrchestratorThread.ForeignTask),
        ["pool"] = (async c =>
        {
            await Task.Run(() => Thread.Sleep(50));
            return await Echo(c, "x");
        }, OrchestratorThread.ForeignTask),
        ["off the thread"] = (async c =>
        {
            await Echo(c, "x").ConfigureAwait(false);
            return await Echo(c, "y");
        }, OrchestratorThread.ForeignTask),
        ["caught by the orchestrator"] = (async c =>
        {
            try
            {
                return await Task.Run(() => Echo(c, "x"));
            }
            catch (InvalidOperationException)
            {
                return "hidden";
            }
        }, OrchestratorThread.ForeignTask),
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task An_orchestrator_that_breaks_a_rule_fails_its_test(string rule)
    {
        var (orchestrator, says) = Bad[rule];
        _counter = 0;
        _host.AddOrchestrator("Bad", orchestrator);
        _host.Start("Bad", id: "bad");

        var fault = await Assert.ThrowsAsync<OrchestratorFaultException>(() => _host.RunAsync());

        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_context_offers_in_their_place_passes()
    {
        _host.AddOrchestrator("Good", async c =>
        {
            await Echo(c, c.NewGuid().ToString());
            await Echo(c, c.CurrentUtcDateTime.Ticks.ToString());
            await c.CreateTimer(TimeSpan.FromMinutes(1), default);
            await Task.Yield();
            return c.NewGuid() == c.NewGuid() ? "same" : "different";
        });
        var instance = _host.Start("Good");

        await _host.RunAsync();

        Assert.Equal("different", instance.Output<string>());
    }

    private static Task<string> Echo(TaskOrchestrationContext context, string text) => context.CallActivityAsync<string>("Echo", text);
}
