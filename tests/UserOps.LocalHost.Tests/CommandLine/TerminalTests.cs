using UserOps.LocalHost.CommandLine;

namespace UserOps.LocalHost.Tests.CommandLine;

public class TerminalTests
{
    [Fact]
    public async Task Redirected_progress_is_a_plain_line_now_and_then()
    {
        var clock = new SteppedClock();
        using var notes = new StringWriter();
        using var results = new StringWriter();
        var terminal = new Terminal(results, notes, interactive: null, clock);
        var answer = await terminal.ShowAsync("Importing", progress =>
        {
            for (var i = 1; i <= 20; i++)
            {
                clock.Advance(TimeSpan.FromSeconds(1));
                progress.Report(new(i / 20.0, $"{i} rows"));
            }

            return Task.FromResult(42);
        });
        Assert.Equal(42, answer);
        Assert.Equal(
            ["Importing: 5 rows (25%)", "Importing: 10 rows (50%)", "Importing: 15 rows (75%)", "Importing: 20 rows (100%)"],
            notes.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(results.ToString());
    }

    private sealed class SteppedClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Advance(TimeSpan by) => _ticks += by.Ticks;
    }
}
