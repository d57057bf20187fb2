using Microsoft.Extensions.DependencyInjection;

namespace UserOps.Application.Messages.Templates;

internal static class TemplateServices
{
    internal static IServiceCollection AddTemplates(this IServiceCollection services) => services
        .AddSingleton<TemplateRows>()
        .AddSingleton<GatherIncludes>()
        .AddSingleton<CompiledVersions>()
        .AddSingleton<SaveTemplate>()
        .AddSingleton<PublishTemplate>()
        .AddSingleton<FindTemplate>()
        .AddSingleton<ListTemplates>()
        .AddSingleton<RenderTemplate>()
        .AddSingleton<PreviewTemplate>();
}
