using UserOps.Application.Journeys;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Messages.Templates;

/// <summary>Templates that journeys may send: those that are published.</summary>
internal sealed class TemplateNames(ListTemplates list) : INameSource
{
    public async Task<KnownNames> AddAsync(KnownNames names, CancellationToken cancel)
    {
        var templates = await list.RunAsync(cancel);
        return names with { Templates = templates.Where(template => template is { Kind: TemplateKind.Message, Latest: not null }).Select(template => template.Key).ToHashSet(StringComparer.Ordinal) };
    }
}
