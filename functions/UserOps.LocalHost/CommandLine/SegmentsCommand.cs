using System.CommandLine;
using System.CommandLine.Parsing;
using UserOps.Application.Journeys.Shipped;
using UserOps.Application.Segments.Templates;

namespace UserOps.LocalHost.CommandLine;

internal sealed class SegmentsCommand(Terminal terminal, CommonOptions common)
{
    private readonly HostOption _host = new(terminal, common, "Marketer");
    private readonly Argument<string[]> _keys = new("KEY") { Description = "Which of them: keys that 'segments list' shows", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<bool> _all = new("--all") { Description = "All of them" };

    public Command Create()
    {
        var list = new Command("list", "Show the segments that come with UserOps, and what became of each here");
        list.SetAction((parsed, stop) => OpenAsync(parsed, shelf => ListAsync(shelf, stop), stop));
        list.Validators.Add(_host.OneHost);
        var publish = new Command("publish", "Publish segments that come with UserOps; what was edited here since is left alone") { _keys, _all };
        publish.SetAction((parsed, stop) => OpenAsync(parsed, shelf => PublishAsync(shelf, parsed.GetValue(_keys) ?? [], stop), stop));
        publish.Validators.Add(_host.OneHost);
        publish.Validators.Add(Which);
        return new("segments", "Segments that come with UserOps, ready to publish") { _host.Url, list, publish };
    }

    private void Which(CommandResult result)
    {
        var keys = result.GetValue(_keys) ?? [];
        if (result.GetValue(_all) == (keys.Length > 0))
        {
            result.AddError("Name the segments to publish, or --all; 'segments list' shows them.");
        }

        if (SegmentTemplates.WrongKey(keys) is { } wrong)
        {
            result.AddError(wrong);
        }
    }

    private Task<int> OpenAsync(ParseResult parsed, Func<IShippedShelf, Task<int>> work, CancellationToken stop) =>
        _host.OpenAsync(parsed, host => work(new OwnShelf(host)), host => work(new RemoteShelf(host)), stop);

    private async Task<int> ListAsync(IShippedShelf shelf, CancellationToken stop)
    {
        var templates = (await shelf.ListSegmentsAsync(stop)).Templates;
        var width = templates.Max(template => template.Key.Length);
        foreach (var template in templates)
        {
            var state = template.State is { } known ? known.ToString().ToLowerInvariant() : "not here yet";
            terminal.Say($"{Text.Line(template.Key).PadRight(width)}  {state}{(template.Version is { } version ? $", version {version}" : "")}{(template.Edited ? ", edited" : "")}: {Text.Line(template.Name)}");
        }

        return ExitCode.Ok;
    }

    /// <summary>Fails when one was refused; what somebody edited or archived is no failure.</summary>
    private async Task<int> PublishAsync(IShippedShelf shelf, string[] keys, CancellationToken stop)
    {
        var results = (await shelf.PublishSegmentsAsync(keys, stop)).Segments;
        foreach (var result in results)
        {
            ShippedText.Say(terminal, "segment", result);
        }

        terminal.Note($"Published {Text.Count(results.Count(result => result.Outcome == ShippedOutcome.Published), "segment")}.");
        return results.Any(result => result.Outcome == ShippedOutcome.Refused) ? ExitCode.Failed : ExitCode.Ok;
    }
}
