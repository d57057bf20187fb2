using UserOps.Application.Http;

namespace UserOps.Application.Messages.Templates;

public static class TemplateRoutes
{
    public static readonly Route ListTemplates = new("ListTemplates", "GET", "api/templates", Access.Viewer, TemplateHandlers.ListAsync)
    {
        Doc = new("Lists message templates") { Response = typeof(TemplateList) },
    };

    public static readonly Route ReadTemplate = new("ReadTemplate", "GET", "api/templates/{key}", Access.Viewer, TemplateHandlers.ReadAsync)
    {
        Doc = new("Reads a message template") { Query = [new("version", "integer", "A published version; the draft without it.")], Response = typeof(TemplateView) },
    };

    public static readonly Route SaveTemplate = new("SaveTemplate", "PUT", "api/templates/{key}", Access.Marketer, TemplateHandlers.SaveAsync, TemplateLimits.Document)
    {
        Doc = new("Keeps a draft, mistakes or not, and says which there are") { Request = typeof(TemplateContent), Response = typeof(TemplateView) },
    };

    public static readonly Route PublishTemplate = new("PublishTemplate", "POST", "api/templates/{key}/publish", Access.Marketer, TemplateHandlers.PublishAsync)
    {
        Doc = new("Makes the draft the next version; 422 while there are mistakes in it") { Response = typeof(StoredTemplate) },
    };

    public static readonly Route PreviewTemplate = new("PreviewTemplate", "POST", "api/templates/{key}/preview", Access.Viewer, TemplateHandlers.PreviewAsync)
    {
        Doc = new("Renders a template for a real user, sending nothing") { Request = typeof(PreviewRequest), Response = typeof(RenderedMessage) },
    };

    public static IReadOnlyList<Route> All { get; } = [ListTemplates, ReadTemplate, SaveTemplate, PublishTemplate, PreviewTemplate];
}
