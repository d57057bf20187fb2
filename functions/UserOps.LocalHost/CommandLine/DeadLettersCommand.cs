using System.CommandLine;
using UserOps.Application.Operations;
using UserOps.Application.Storage;
using UserOps.LocalHost.Hosting;

namespace UserOps.LocalHost.CommandLine;

internal sealed class DeadLettersCommand(Terminal terminal, CommonOptions common)
{
    private const int Page = 200;

    private readonly Argument<string?> _id = new("ID") { Description = "One of the list; without it, all", Arity = ArgumentArity.ZeroOrOne };

    public Command Create()
    {
        var list = new Command("list", "Show them, the oldest first");
        list.SetAction((parsed, stop) => Session.RunAsync(terminal, common.Read(parsed), host => ListAsync(Letters(host), stop), stop));
        var replay = new Command("replay", "Handle them once more") { _id };
        replay.SetAction((parsed, stop) => Session.RunAsync(terminal, common.Read(parsed), host => ReplayAsync(host, parsed.GetValue(_id), stop), stop));
        return new("dead-letters", "Messages that failed again and again and were put aside") { list, replay };
    }

    private static DeadLetters Letters(OpenHost host) => host.Services.GetRequiredService<DeadLetters>();

    private async Task<int> ListAsync(DeadLetters letters, CancellationToken stop)
    {
        var count = 0L;
        string? next = null;
        do
        {
            var page = await letters.ListAsync(next is null ? null : (TableKey?)new TableKey(next), Page, stop);
            foreach (var letter in page.Letters)
            {
                terminal.Say($"{letter.Id}  given up {letter.Last:u} after {letter.Tries} tries: {letter.Reason}");
            }

            count += page.Letters.Count;
            next = page.Next;
        }
        while (next is not null);

        terminal.Note($"{Text.Count(count, "dead letter")}.");
        return ExitCode.Ok;
    }

    private async Task<int> ReplayAsync(OpenHost host, string? id, CancellationToken stop)
    {
        var letters = Letters(host);
        List<string> ids = id is null ? await AllAsync(letters, stop) : [id];
        foreach (var one in ids)
        {
            if (!TableKey.TryParse(one, out var key) || !await letters.ReplayAsync(key, stop))
            {
                terminal.Note($"There is no dead letter {one}.");
                return ExitCode.Usage;
            }
        }

        await host.DrainAsync(stop);
        terminal.Say($"Handled {Text.Count(ids.Count, "dead letter")} again; those that failed once more are tried later, as any message.");
        return ExitCode.Ok;
    }

    /// <summary>Noted before the first is replayed: one that fails again must not be met again.</summary>
    private static async Task<List<string>> AllAsync(DeadLetters letters, CancellationToken stop)
    {
        var ids = new List<string>();
        string? next = null;
        do
        {
            var page = await letters.ListAsync(next is null ? null : (TableKey?)new TableKey(next), Page, stop);
            ids.AddRange(page.Letters.Select(letter => letter.Id));
            next = page.Next;
        }
        while (next is not null);

        return ids;
    }
}
