using System.CommandLine;

namespace UserOps.LocalHost.CommandLine;

internal sealed class DeadLettersCommand(Terminal terminal, CommonOptions common)
{
    private readonly Argument<string?> _id = new("ID") { Description = "One of the list; without it, all", Arity = ArgumentArity.ZeroOrOne };

    private readonly HostOption _host = new(terminal, common, "Admin");

    public Command Create()
    {
        var list = new Command("list", "Show them, the oldest first");
        list.SetAction((parsed, stop) => OpenAsync(parsed, letters => ListAsync(letters, stop), stop));
        var replay = new Command("replay", "Handle them once more") { _id };
        replay.SetAction((parsed, stop) => OpenAsync(parsed, letters => ReplayAsync(letters, parsed.GetValue(_id), stop), stop));
        list.Validators.Add(_host.OneHost);
        replay.Validators.Add(_host.OneHost);
        return new("dead-letters", "Messages that failed again and again and were put aside") { _host.Url, list, replay };
    }

    private Task<int> OpenAsync(ParseResult parsed, Func<ILetterBox, Task<int>> work, CancellationToken stop) =>
        _host.OpenAsync(parsed, host => work(new OwnLetters(host)), host => work(new RemoteLetters(host)), stop);

    private async Task<int> ListAsync(ILetterBox letters, CancellationToken stop)
    {
        var count = 0L;
        string? next = null;
        do
        {
            var page = await letters.ListAsync(next, stop);
            foreach (var letter in page.Letters)
            {
                terminal.Say($"{Text.Line(letter.Id)}  given up {letter.Last:u} after {letter.Tries} tries: {Text.Line(letter.Reason)}");
            }

            count += page.Letters.Count;
            next = page.Next;
        }
        while (next is not null);

        terminal.Note($"{Text.Count(count, "dead letter")}.");
        return ExitCode.Ok;
    }

    private async Task<int> ReplayAsync(ILetterBox letters, string? id, CancellationToken stop)
    {
        if (id is not null && !await letters.ReplayAsync(id, stop))
        {
            terminal.Note($"There is no dead letter {id}.");
            return ExitCode.Usage;
        }

        var count = id is null ? await ReplayAllAsync(letters, stop) : 1;
        terminal.Say(await letters.SettleAsync(count, stop));
        return ExitCode.Ok;
    }

    private static async Task<long> ReplayAllAsync(ILetterBox letters, CancellationToken stop)
    {
        var count = 0L;
        DateTimeOffset? before = null;
        bool more;
        do
        {
            var replayed = await letters.ReplayOldestAsync(before, stop);
            count += replayed.Replayed;
            (before, more) = (replayed.Before, replayed.More);
        }
        while (more);

        return count;
    }
}
