using System.CommandLine;
using System.CommandLine.Parsing;
using UserOps.Application.Http;

namespace UserOps.LocalHost.CommandLine;

internal sealed class DeadLettersCommand(Terminal terminal, CommonOptions common)
{
    private readonly Argument<string?> _id = new("ID") { Description = "One of the list; without it, all", Arity = ArgumentArity.ZeroOrOne };

    private readonly Option<Uri?> _url = new("--url")
    {
        Description = $"A running host, in Azure for instance, in place of the data folder; an API key of its Admin role is taken from {OperatorKey.Name}",
        HelpName = "URL",
        Recursive = true,
        CustomParser = UrlOption.Parse,
    };

    public Command Create()
    {
        var list = new Command("list", "Show them, the oldest first");
        list.SetAction((parsed, stop) => OpenAsync(parsed, letters => ListAsync(letters, stop), stop));
        var replay = new Command("replay", "Handle them once more") { _id };
        replay.SetAction((parsed, stop) => OpenAsync(parsed, letters => ReplayAsync(letters, parsed.GetValue(_id), stop), stop));
        list.Validators.Add(OneHost);
        replay.Validators.Add(OneHost);
        return new("dead-letters", "Messages that failed again and again and were put aside") { _url, list, replay };
    }

    private void OneHost(CommandResult result)
    {
        if (result.GetResult(_url) is not null && (result.GetResult(common.Data) is { Implicit: false } || result.GetResult(common.Set) is { Implicit: false }))
        {
            result.AddError("--data and --set are about the host on this machine; leave them out with --url.");
        }
    }

    private async Task<int> OpenAsync(ParseResult parsed, Func<ILetterBox, Task<int>> work, CancellationToken stop)
    {
        if (parsed.GetValue(_url) is not { } url)
        {
            return await Session.RunAsync(terminal, common.Read(parsed), host => work(new OwnLetters(host)), stop);
        }

        var key = Environment.GetEnvironmentVariable(OperatorKey.Name)?.Trim();
        if (key?.Any(c => c is <= ' ' or > '~') is true)
        {
            terminal.Note($"{OperatorKey.Name} holds a character that no API key has.");
            return ExitCode.Usage;
        }

        try
        {
            using var host = new RemoteHost(url, key is { Length: > 0 } ? key : null);
            return await work(new RemoteLetters(host));
        }
        catch (RemoteHostException refused)
        {
            terminal.Note(refused.Message);
            return refused.ExitCode;
        }
    }

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
