using UserOps.Application.Journeys;
using UserOps.Application.Messages.Templates;
using UserOps.Domain;
using UserOps.Domain.Journeys;
using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Sending;

/// <summary>
/// Whether the templates of send steps are made for the channels and the purpose that the steps name: consent is asked for by the step's purpose, and what is in the message
/// (an unsubscribe link, for one) was checked by the template's.
/// </summary>
internal sealed class CheckSends(TemplateRows templates) : IJourneyCheck
{
    public async Task<IReadOnlyList<Mistake>> RunAsync(JourneyDefinition journey, CancellationToken cancel)
    {
        var (mistakes, read) = (new List<Mistake>(), new Dictionary<string, TemplateContent?>(StringComparer.Ordinal));
        foreach (var (i, step) in journey.Steps.Index())
        {
            if (step is not Step.Send send)
            {
                continue;
            }

            if (!read.TryGetValue(send.Template, out var content))
            {
                read[send.Template] = content = await ContentAsync(send.Template, cancel);
            }

            mistakes.AddRange(content is { Channel: { } kind } ? Wrong(send, content, kind, $"/steps/{i}") : []);
        }

        return mistakes;
    }

    private static IEnumerable<Mistake> Wrong(Step.Send send, TemplateContent content, ChannelKind kind, string at)
    {
        if (content.Purpose != send.Purpose)
        {
            yield return new(at + "/purpose", $"The template '{send.Template}' is of purpose {content.Purpose}, the step of {send.Purpose}; write \"purpose\": \"{content.Purpose}\", or take another template.");
        }

        foreach (var (i, channel) in send.Channels.Index())
        {
            if (content.Languages.FirstOrDefault(language => !ChannelParts.Fits(channel, kind, language.Value)).Key is { } language)
            {
                yield return new(send.Channels.Count == 1 ? at + "/channel" : $"{at}/channels/{i}", channel == MessageNames.Email
                    ? $"The template '{send.Template}' is for {kind.ToString().ToLowerInvariant()}; {channel} needs one for e-mail."
                    : $"The template '{send.Template}' is an e-mail without text in {language}; {channel} takes its text, so add one or take another template.");
            }
        }
    }

    private async Task<TemplateContent?> ContentAsync(string key, CancellationToken cancel) =>
        (await templates.FindAsync(key, cancel)).Template?.Latest is { } latest ? (await templates.VersionAsync(key, latest, cancel))?.Content : null;
}
