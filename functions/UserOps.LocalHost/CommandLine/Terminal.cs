using Spectre.Console;

namespace UserOps.LocalHost.CommandLine;

/// <summary>
/// Where a command speaks: results on standard output, all else on standard error, so that <c>export -</c> can be piped. Progress is a bar on a terminal and a line
/// now and then where the output is redirected.
/// </summary>
public sealed class Terminal(TextWriter results, TextWriter notes, IAnsiConsole? interactive, TimeProvider clock)
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    public TextWriter Results => results;

    public TextWriter Notes => notes;

    public static Terminal OfProcess()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return new(Console.Out, Console.Error, Console.IsErrorRedirected ? null : console, TimeProvider.System);
    }

    public void Say(string line) => results.WriteLine(line);

    /// <summary>Also while a progress bar is shown, which it then stays below.</summary>
    public void Note(string line)
    {
        if (interactive is null)
        {
            notes.WriteLine(line);
        }
        else
        {
            interactive.WriteLine(line);
        }
    }

    /// <param name="title">What is being done: <c>Importing orders.csv</c>.</param>
    public Task<T> ShowAsync<T>(string title, Func<IProgress<Step>, Task<T>> work) =>
        interactive is null ? work(new Lines(this, title, clock)) : ShowBarAsync(interactive, title, work);

    private static Task<T> ShowBarAsync<T>(IAnsiConsole console, string title, Func<IProgress<Step>, Task<T>> work) =>
        console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask(Markup.Escape(title), maxValue: 1);
                bar.IsIndeterminate = true;
                var outcome = await work(new Bar(bar, title));
                bar.StopTask();
                return outcome;
            });

    private sealed class Bar(ProgressTask task, string title) : IProgress<Step>
    {
        public void Report(Step value)
        {
            task.IsIndeterminate = value.Fraction is null;
            task.Value = value.Fraction ?? 0;
            task.Description = Markup.Escape($"{title}: {value.Text}");
        }
    }

    private sealed class Lines(Terminal terminal, string title, TimeProvider clock) : IProgress<Step>
    {
        private long _last = clock.GetTimestamp();

        public void Report(Step value)
        {
            if (clock.GetElapsedTime(_last) >= BetweenLines)
            {
                _last = clock.GetTimestamp();
                terminal.Note(value.Fraction is { } fraction ? $"{title}: {value.Text} ({fraction:0%})" : $"{title}: {value.Text}");
            }
        }
    }
}
