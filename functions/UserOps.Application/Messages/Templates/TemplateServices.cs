using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Journeys;

namespace UserOps.Application.Messages.Templates;

internal static class TemplateServices
{
    internal static IServiceCollection AddTemplates(this IServiceCollection services) => services
        .AddSingleton<TemplateRows>()
        .AddSingleton<GatherIncludes>()
        .AddSingleton<TemplateCompiler>()
        .AddSingleton<CompiledVersions>()
        .AddSingleton<SaveTemplate>()
        .AddSingleton<PublishTemplate>()
        .AddSingleton<FindTemplate>()
        .AddSingleton<ListTemplates>()
        .AddSingleton<INameSource, TemplateNames>()
        .AddSingleton<GatherSpokenOf>()
        .AddSingleton<RenderTemplate>()
        .AddSingleton<PreviewTemplate>();
}
