using System.Globalization;
using UserOps.Functions.Journeys;
using UserOps.Functions.Tests.Durable;

namespace UserOps.Functions.Tests.Journeys;

/// <summary>
/// What <see cref="JourneyRunV1"/> asks of the platform, for every answer of its activity. Instances that sleep were begun by this very sequence; one that meets another when
/// it is replayed can't go on. So where this fails the code has to go back to what it was, and the change has to become a <c>JourneyRunV2</c>.
/// </summary>
public sealed class FrozenJourneyRunTests
{
    private const string MakeV2 = "JourneyRunV1 is frozen: instances that sleep are replayed by it. Undo the edit and make a JourneyRunV2.";
    private const string Activity = "#0 Activity AdvanceJourneyRun {\"UserKey\":\"u~ann\",\"RunId\":\"run1\"}";
    private const string Retries = ", up to 6 tries, 00:00:05 × 3 up to 00:05:00, within -00:00:00.0010000";

    private readonly ManualClock _clock = new();
    private readonly OrchestrationHost _host;
    private readonly Queue<Func<JourneyRunV1Step>> _answers = new();

    public FrozenJourneyRunTests()
    {
        _host = new(_clock) { Duration = _ => TimeSpan.Zero };
        _host.AddOrchestrator(nameof(JourneyRunV1), async context =>
        {
            await JourneyRunV1.RunAsync(context);
            return 0;
        });
        _host.AddActivity<JourneyRunV1Input, JourneyRunV1Step>("AdvanceJourneyRun", _ => Task.FromResult(_answers.TryDequeue(out var answer) ? answer() : new(JourneyRunV1State.Over)));
    }

    public static TheoryData<string, string[]> Golden => new()
    {
        { "over", [Activity + Retries] },
        { "goes on", [Activity + Retries, Activity + Retries] },
        { "waits an hour", [Activity + Retries, "#1 Timer timer at +01:00:00", Activity + Retries] },
        { "waits two days", [Activity + Retries, "#1 Timer timer at +2.00:00:00", Activity + Retries] },
        { "waits for the past", [Activity + Retries, "#1 Timer timer at +00:01:00", Activity + Retries] },
        { "waits forty days", [Activity + Retries, "#1 Timer timer at +3.00:00:00", "#2 Timer timer at +6.00:00:00", Activity + Retries] },
        { "rests", [Activity + Retries, "#1 Timer timer at +3.00:00:00", "#2 Timer timer at +6.00:00:00", Activity + Retries] },
        { "rests and is woken", [Activity + Retries, "#1 Timer timer at +3.00:00:00", Activity + Retries] },
        {
            "fails six times",
            [
                Activity + Retries, "#1 Timer timer at +00:00:05", "#2" + Activity[2..] + Retries, "#3 Timer timer at +00:00:20", "#4" + Activity[2..] + Retries,
                "#5 Timer timer at +00:01:05", "#6" + Activity[2..] + Retries, "#7 Timer timer at +00:03:20", "#8" + Activity[2..] + Retries, "#9 Timer timer at +00:08:20",
                "#10" + Activity[2..] + Retries, "#11 Timer timer at +01:08:20", Activity + Retries,
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Golden))]
    public async Task It_asks_for_the_same_as_ever(string name, string[] actions)
    {
        var start = _clock.GetUtcNow();
        Func<JourneyRunV1Step>[] answers = name switch
        {
            "goes on" => [() => new(JourneyRunV1State.GoesOn)],
            "waits an hour" => [() => Until(start.AddHours(1))],
            "waits two days" => [() => Until(start.AddDays(2))],
            "waits for the past" => [() => Until(start.AddDays(-1))],
            "waits forty days" => [() => Until(start.AddDays(40))],
            "rests" or "rests and is woken" => [() => new(JourneyRunV1State.Waits)],
            "fails six times" => [.. Enumerable.Repeat<Func<JourneyRunV1Step>>(() => throw new IOException(), 6)],
            _ => [],
        };
        foreach (var answer in answers)
        {
            _answers.Enqueue(answer);
        }

        var instance = _host.Start(nameof(JourneyRunV1), new JourneyRunV1Input("u~ann", "run1"), "run1");
        if (name == "rests and is woken")
        {
            await _host.RunAsync(start.AddHours(1));
            _host.Raise("run1", "wake");
        }

        await _host.RunAsync();

        var asked = instance.Actions.Select(action => action.ToString().Replace(
            $"{action.DueAt:O} without input", $"+{((action.DueAt ?? default) - start.UtcDateTime).ToString("c", CultureInfo.InvariantCulture)}", StringComparison.Ordinal));
        Assert.True(actions.SequenceEqual(asked), $"{MakeV2}\n{string.Join('\n', asked)}");
        Assert.False(instance.IsAtWork);
    }

    /// <summary>Events that a finished execution did not hear would only have the next one look once more.</summary>
    [Fact]
    public async Task It_takes_no_event_along()
    {
        _answers.Enqueue(() => new(JourneyRunV1State.Waits));
        var instance = _host.Start(nameof(JourneyRunV1), new JourneyRunV1Input("u~ann", "run1"), "run1");
        await _host.RunAsync(_clock.GetUtcNow().AddHours(1));
        _answers.Enqueue(() => new(JourneyRunV1State.Waits));
        for (var raised = 0; raised < 5; raised++)
        {
            _host.Raise("run1", "wake");
        }

        await _host.RunAsync(_clock.GetUtcNow().AddHours(1));

        Assert.True(instance.Execution <= 6, MakeV2);
        Assert.Equal(nameof(JourneyRunV1), instance.Name);
    }

    private static JourneyRunV1Step Until(DateTimeOffset instant) => new(JourneyRunV1State.Waits, instant.UtcDateTime);
}
