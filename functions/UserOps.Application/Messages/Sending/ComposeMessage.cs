using UserOps.Application.Events;
using UserOps.Application.Journeys.Running;
using UserOps.Application.Messages.Links;
using UserOps.Application.Messages.Templates;
using UserOps.Application.Scoring;
using UserOps.Application.Storage;
using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Sending;

/// <summary>Makes the message of a send step for one person and one channel: the template's latest version, with links of its own.</summary>
public sealed class ComposeMessage(ITableStore store, RenderTemplate render, ReadUserScore score, MessageLinks links, TrackLinks track)
{
    public async Task<Composition> RunAsync(SendRequest request, Recipient person, string channel, CancellationToken cancel)
    {
        var (run, step) = (request.Run, request.Step);
        var linked = new LinkedMessage(request.UserKey, MessageRow.Key(run.Id, step.Id, run.Occurrence).Value, channel, step.Purpose);
        var refusable = step.Purpose != MessageNames.Transactional;
        if (channel == MessageNames.Email && refusable && !links.Exist)
        {
            return new Composition.Unfit("no-public-url");
        }

        var context = new TemplateContext
        {
            Profile = person.Profile,
            Score = await score.RunAsync(request.UserKey, cancel),
            Event = await EventAsync(request.UserKey, run.EventRow, cancel),
            Variables = RunSight.VariablesOf(run),
            Unsubscribe = refusable ? links.Unsubscribe(linked) : null,
            Preferences = links.Preferences(linked),
        };
        return await render.RunAsync(step.Template, null, context, cancel) switch
        {
            Rendering.Rendered { Message: var made } => Fit(made, linked, context, person.Addresses[channel]),
            Rendering.Missing { Name: var name } => new Composition.Unfit($"template:missing:{name}"),
            Rendering.Unfit => new Composition.Unfit("template:unfit"),
            Rendering.TooLarge => new Composition.Unfit("template:too-large"),
            _ => new Composition.Unfit("template:not-found"),
        };
    }

    private Composition Fit(RenderedMessage made, LinkedMessage linked, TemplateContext context, string address) =>
        made.Purpose != linked.Purpose ? new Composition.Unfit("template:purpose")
        : ChannelParts.Of(linked.Channel, made.Channel, made.Parts) is not { } parts ? new Composition.Unfit("template:channel")
        : new Composition.Ready(new()
        {
            UserKey = linked.UserKey,
            Row = linked.Row,
            Channel = linked.Channel,
            Address = address,
            Purpose = linked.Purpose,
            Template = made.Template,
            TemplateVersion = made.Version,
            Language = made.Language,
            Parts = parts.Html is { } html ? parts with { Html = track.In(html, linked) } : parts,
            Unsubscribe = context.Unsubscribe,
            Preferences = context.Preferences,
        });

    private async Task<ContextEvent?> EventAsync(string userKey, string? eventRow, CancellationToken cancel) =>
        eventRow is { } key && await store.GetAsync(userKey, key, cancel) is { } row && IncomingEvent.Read(Documents.ReadBytes(row)).Event is var said
            ? new(said.Name, said.OccurredAt, said.Properties)
            : null;
}
