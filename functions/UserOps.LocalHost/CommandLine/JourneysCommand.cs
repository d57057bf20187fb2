using System.CommandLine;
using System.CommandLine.Parsing;
using UserOps.Application.Journeys.Shipped;

namespace UserOps.LocalHost.CommandLine;

internal sealed class JourneysCommand(Terminal terminal, CommonOptions common)
{
    private readonly HostOption _host = new(terminal, common, "Marketer");
    private readonly Argument<string[]> _keys = new("KEY") { Description = "Which of them: keys that 'journeys list' shows", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<bool> _all = new("--all") { Description = "All of them" };
    private readonly Option<string?> _language = new("--language") { Description = "Language for people who read neither en nor zh: one of the two [default: as it is; en at first]", HelpName = "TAG" };

    public Command Create()
    {
        var list = new Command("list", "Show the journeys that come with UserOps, and what became of each here");
        list.SetAction((parsed, stop) => OpenAsync(parsed, shelf => ListAsync(shelf, stop), stop));
        list.Validators.Add(_host.OneHost);
        var publish = new Command("publish", "Publish journeys that come with UserOps, with their templates; what was edited here since is left alone") { _keys, _all, _language };
        publish.SetAction((parsed, stop) => OpenAsync(parsed, shelf => PublishAsync(shelf, parsed.GetValue(_keys) ?? [], parsed.GetValue(_language), stop), stop));
        publish.Validators.Add(_host.OneHost);
        publish.Validators.Add(Which);
        return new("journeys", "Journeys that come with UserOps, ready to publish") { _host.Url, list, publish };
    }

    private void Which(CommandResult result)
    {
        var keys = result.GetValue(_keys) ?? [];
        if (result.GetValue(_all) == (keys.Length > 0))
        {
            result.AddError("Name the journeys to publish, or --all; 'journeys list' shows them.");
        }

        if ((ShippedLibrary.WrongKey(keys) ?? ShippedLibrary.WrongLanguage(result.GetValue(_language))) is { } wrong)
        {
            result.AddError(wrong);
        }
    }

    private Task<int> OpenAsync(ParseResult parsed, Func<IShippedShelf, Task<int>> work, CancellationToken stop) =>
        _host.OpenAsync(parsed, host => work(new OwnShelf(host)), host => work(new RemoteShelf(host)), stop);

    private async Task<int> ListAsync(IShippedShelf shelf, CancellationToken stop)
    {
        var journeys = (await shelf.ListAsync(stop)).Journeys;
        var width = journeys.Max(journey => journey.Key.Length);
        foreach (var journey in journeys)
        {
            var state = journey.State is { } known ? known.ToString().ToLowerInvariant() : "not here yet";
            terminal.Say($"{Text.Line(journey.Key).PadRight(width)}  {state}{(journey.Version is { } version ? $", version {version}" : "")}{(journey.Edited ? ", edited" : "")}: "
                + $"{Text.Line(journey.Name)} ({string.Join(", ", journey.Languages.Select(Text.Line))})");
        }

        return ExitCode.Ok;
    }

    /// <summary>Fails when one was refused; what somebody edited or archived is no failure.</summary>
    private async Task<int> PublishAsync(IShippedShelf shelf, string[] keys, string? language, CancellationToken stop)
    {
        var answer = await shelf.PublishAsync(keys, language, stop);
        foreach (var (noun, result) in answer.Templates.Select(result => ("template", result)).Concat(answer.Journeys.Select(result => ("journey", result))))
        {
            ShippedText.Say(terminal, noun, result, quiet: noun == "template");
        }

        var published = answer.Journeys.Count(result => result.Outcome == ShippedOutcome.Published);
        terminal.Note($"Published {Text.Count(published, "journey")} with {Text.Count(answer.Templates.Count(result => result.Outcome == ShippedOutcome.Published), "template")}.");
        return answer.Templates.Concat(answer.Journeys).Any(result => result.Outcome == ShippedOutcome.Refused) ? ExitCode.Failed : ExitCode.Ok;
    }
}
