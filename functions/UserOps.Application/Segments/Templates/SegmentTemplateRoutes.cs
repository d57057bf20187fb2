using UserOps.Application.Http;

namespace UserOps.Application.Segments.Templates;

public static class SegmentTemplateRoutes
{
    public static readonly Route ListTemplates = new("ListSegmentTemplates", "GET", "api/segments/templates", Access.Viewer, SegmentTemplateHandlers.ListAsync)
    {
        Doc = new("Lists the segments that come with UserOps, and what became of them here") { Response = typeof(SegmentTemplatePage) },
    };

    public static readonly Route PublishTemplates = new("PublishSegmentTemplates", "POST", "api/segments/templates", Access.Marketer, SegmentTemplateHandlers.PublishAsync)
    {
        Doc = new("Publishes segments that come with UserOps; what was edited since is left alone")
        {
            Query = [new("key", "string", "One of them; may stand there more than once. All without it.")],
            Response = typeof(SegmentTemplateAnswer),
        },
    };

    public static IReadOnlyList<Route> All { get; } = [ListTemplates, PublishTemplates];
}
