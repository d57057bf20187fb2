using UserOps.Application.Http;

namespace UserOps.Application.Messages.Templates;

public static class TemplateRoutes
{
    public static readonly Route ListTemplates = new("ListTemplates", "GET", "api/templates", Access.Viewer, TemplateHandlers.ListAsync);

    public static readonly Route ReadTemplate = new("ReadTemplate", "GET", "api/templates/{key}", Access.Viewer, TemplateHandlers.ReadAsync);

    public static readonly Route SaveTemplate = new("SaveTemplate", "PUT", "api/templates/{key}", Access.Marketer, TemplateHandlers.SaveAsync, TemplateLimits.Document);

    public static readonly Route PublishTemplate = new("PublishTemplate", "POST", "api/templates/{key}/publish", Access.Marketer, TemplateHandlers.PublishAsync);

    public static readonly Route PreviewTemplate = new("PreviewTemplate", "POST", "api/templates/{key}/preview", Access.Viewer, TemplateHandlers.PreviewAsync);

    public static IReadOnlyList<Route> All { get; } = [ListTemplates, ReadTemplate, SaveTemplate, PublishTemplate, PreviewTemplate];
}
