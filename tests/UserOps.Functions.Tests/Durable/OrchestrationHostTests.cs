using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace UserOps.Functions.Tests.Durable;

/// <summary>What a well-behaved orchestrator gets from the host that its tests rely on.</summary>
public sealed class OrchestrationHostTests
{
    private readonly ManualClock _clock = new();
    private readonly OrchestrationHost _host;

    public OrchestrationHostTests()
    {
        _host = new(_clock);
        _host.AddActivity<int, int>("Double", n => Task.FromResult(2 * n));
    }

    [Fact]
    public async Task An_orchestrator_is_run_again_from_its_start_after_every_event()
    {
        var runs = 0;
        _host.AddOrchestrator("O", async context =>
        {
            runs++;
            var sum = 0;
            for (var i = 0; i < 3; i++)
            {
                sum += await context.CallActivityAsync<int>("Double", context.GetInput<int>() + i);
            }

            return sum;
        });

        var instance = _host.Start("O", 10);
        await _host.RunAsync();

        Assert.Equal((OrchestrationRuntimeStatus.Completed, 66), (instance.Status, instance.Output<int>()));
        Assert.Equal((4, 5), (instance.Turns, runs));
        Assert.Equal(["10", "11", "12"], instance.Actions.Select(action => action.InputJson));
    }

    [Fact]
    public async Task Activities_end_in_any_order_that_the_seed_has_and_results_keep_their_places()
    {
        var orders = new HashSet<string>();
        for (var seed = 0; seed < 60; seed++)
        {
            var host = new OrchestrationHost(new(), seed);
            var ran = new List<int>();
            host.AddActivity<int, int>("Note", n =>
            {
                ran.Add(n);
                return Task.FromResult(n);
            });
            host.AddOrchestrator("O", async context => await Task.WhenAll(Enumerable.Range(0, 3).Select(i => context.CallActivityAsync<int>("Note", i))));
            var instance = host.Start("O");
            await host.RunAsync();
            Assert.Equal([0, 1, 2], instance.Output<int[]>()!);
            Assert.Equal(3, instance.MostOutstanding);
            orders.Add(string.Concat(ran));
        }

        Assert.Equal(6, orders.Count);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_history()
    {
        async Task<string> RunAsync(int seed)
        {
            var host = new OrchestrationHost(new(), seed);
            host.AddActivity<int, int>("Double", n => Task.FromResult(2 * n));
            host.AddOrchestrator("O", async context => await (await Task.WhenAny(Enumerable.Range(0, 5).Select(i => context.CallActivityAsync<int>("Double", i)))));
            var instance = host.Start("O", id: "o");
            await host.RunAsync();
            return string.Join('\n', instance.History);
        }

        Assert.Equal(await RunAsync(7), await RunAsync(7));
        Assert.Contains(Enumerable.Range(0, 9), seed => RunAsync(seed).Result != RunAsync(7).Result);
    }

    [Fact]
    public async Task Thirty_days_pass_in_no_time_and_only_by_history()
    {
        var start = _clock.GetUtcNow();
        var seen = new List<DateTime>();
        _host.AddOrchestrator("O", async context =>
        {
            await context.CreateTimer(TimeSpan.FromDays(30), default);
            if (!context.IsReplaying)
            {
                seen.Add(context.CurrentUtcDateTime);
            }

            return 0;
        });

        var instance = _host.Start("O");
        await _host.RunAsync(start.AddDays(29));
        Assert.Equal((start.AddDays(29), OrchestrationRuntimeStatus.Running), (_clock.GetUtcNow(), instance.Status));
        await _host.RunAsync();

        Assert.Equal([start.AddDays(30).UtcDateTime], seen);
        Assert.Equal(10, instance.Actions.Count(action => action.Kind == ActionKind.Timer));
    }

    [Fact]
    public async Task A_policy_retries_with_growing_pauses_on_the_virtual_clock()
    {
        _host.Duration = _ => TimeSpan.Zero;
        _host.Faults.Activities = run => run.Try <= 3 ? ActivityFate.Throws(new IOException("No.")) : ActivityFate.Runs;
        _host.AddOrchestrator("O", context => context.CallActivityAsync<int>(
            "Double", 4, TaskOptions.FromRetryPolicy(new(4, TimeSpan.FromSeconds(5), 3, TimeSpan.FromSeconds(20)))));
        var start = _clock.GetUtcNow();

        var instance = _host.Start("O");
        await _host.RunAsync();

        Assert.Equal(8, instance.Output<int>());
        Assert.Equal(TimeSpan.FromSeconds(5 + 15 + 20), _clock.GetUtcNow() - start);
    }

    [Fact]
    public async Task A_policy_gives_up_with_the_last_failure_and_a_handler_when_it_says_so()
    {
        _host.Faults.Activities = run => ActivityFate.Throws(new IOException($"No {run.Try}."));
        async Task<string> TryAsync(TaskOrchestrationContext context, TaskOptions options)
        {
            try
            {
                return $"{await context.CallActivityAsync<int>("Double", 4, options)}";
            }
            catch (TaskFailedException e)
            {
                return $"{e.TaskName} {e.FailureDetails.ErrorType} {e.FailureDetails.ErrorMessage}";
            }
        }

        _host.AddOrchestrator("P", context => TryAsync(context, TaskOptions.FromRetryPolicy(new(2, TimeSpan.FromSeconds(1)))));
        _host.AddOrchestrator("H", context => TryAsync(context, TaskOptions.FromRetryHandler(retry => retry.LastAttemptNumber < 3)));
        var (policy, handler) = (_host.Start("P"), _host.Start("H"));
        await _host.RunAsync();

        Assert.Equal("Double System.IO.IOException No 2.", policy.Output<string>());
        Assert.Equal("Double System.IO.IOException No 3.", handler.Output<string>());
    }

    [Fact]
    public async Task An_activity_whose_end_was_not_recorded_runs_again()
    {
        var ran = 0;
        _host.AddActivity<int, int>("Count", _ => Task.FromResult(++ran));
        _host.Faults.Activities = run => run.Try == 1 ? ActivityFate.Dies : ActivityFate.Runs;
        _host.AddOrchestrator("O", context => context.CallActivityAsync<int>("Count", 1));

        var instance = _host.Start("O");
        await _host.RunAsync();

        Assert.Equal((2, 2), (ran, instance.Output<int>()));
        Assert.Single(instance.Actions);
    }

    [Fact]
    public async Task A_failed_orchestrator_and_an_unknown_activity_end_as_failed()
    {
        _host.AddOrchestrator("Throws", Task<int> (_) => throw new IOException("Early."));
        _host.AddOrchestrator("Misses", context => context.CallActivityAsync<int>("Nobody"));
        var (throws, misses) = (_host.Start("Throws"), _host.Start("Misses"));
        await _host.RunAsync();

        Assert.Equal(new Ending.Failed("System.IO.IOException", "Early."), throws.Ending);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, misses.Status);
    }

    [Fact]
    public async Task Statuses_and_log_lines_are_told_once_and_sizes_are_kept()
    {
        var lines = new List<string>();
        _host.Loggers = LoggerFactory.Create(logging => logging.AddProvider(new LineLogger(lines)));
        _host.AddOrchestrator("O", async context =>
        {
            var log = context.CreateReplaySafeLogger("O");
            log.LogInformation("first");
            context.SetCustomStatus("änfang");
            await context.CallActivityAsync<int>("Double", 5);
            context.SetCustomStatus("end");
            log.LogInformation("second");
            return 0;
        });

        var instance = _host.Start("O", new { Day = 1 });
        await _host.RunAsync();

        Assert.Equal(["first", "second"], lines);
        Assert.Equal(["\"\\u00E4nfang\"", "\"end\""], instance.Statuses);
        Assert.Contains(new Payload("Input", "O", 9), instance.Payloads);
        Assert.Contains(new Payload("Output", "Double", 2), instance.Payloads);
    }

    private sealed class LineLogger(List<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
