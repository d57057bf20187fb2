using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using UserOps.Application.Http;
using UserOps.Application.Segments;
using UserOps.Application.Segments.Members;
using UserOps.Application.Segments.Templates;

namespace UserOps.Functions.Segments;

public static class SegmentFunctions
{
    [Function("ListSegments")]
    public static Task<IResult> ListSegments([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/segments")] HttpRequest request) =>
        Gate.RunAsync(request, SegmentRoutes.ListSegments);

    [Function("ReadSegment")]
    public static Task<IResult> ReadSegment([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/segments/{key}")] HttpRequest request) =>
        Gate.RunAsync(request, SegmentRoutes.ReadSegment);

    [Function("ReadSegmentVersion")]
    public static Task<IResult> ReadSegmentVersion([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/segments/{key}/versions/{version}")] HttpRequest request) =>
        Gate.RunAsync(request, SegmentRoutes.ReadSegmentVersion);

    [Function("SaveSegment")]
    public static Task<IResult> SaveSegment([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/segments/{key}")] HttpRequest request) =>
        Gate.RunAsync(request, SegmentRoutes.SaveSegment);

    [Function("PublishSegment")]
    public static Task<IResult> PublishSegment([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/segments/{key}/publish")] HttpRequest request) =>
        Gate.RunAsync(request, SegmentRoutes.PublishSegment);

    [Function("ArchiveSegment")]
    public static Task<IResult> ArchiveSegment([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/segments/{key}/archive")] HttpRequest request) =>
        Gate.RunAsync(request, SegmentRoutes.ArchiveSegment);

    [Function("ValidateSegment")]
    public static Task<IResult> ValidateSegment([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/segments/validate")] HttpRequest request) =>
        Gate.RunAsync(request, SegmentRoutes.ValidateSegment);

    [Function("PreviewSegment")]
    public static Task<IResult> PreviewSegment([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/segments/preview")] HttpRequest request) =>
        Gate.RunAsync(request, SegmentRoutes.PreviewSegment);

    [Function("PreviewSegmentDraft")]
    public static Task<IResult> PreviewSegmentDraft([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/segments/{key}/preview")] HttpRequest request) =>
        Gate.RunAsync(request, SegmentRoutes.PreviewDraft);

    [Function("ReadSegmentPreview")]
    public static Task<IResult> ReadSegmentPreview([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/segments/previews/{id}")] HttpRequest request) =>
        Gate.RunAsync(request, SegmentRoutes.ReadPreview);

    [Function("ListSegmentTemplates")]
    public static Task<IResult> ListSegmentTemplates([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/segments/templates")] HttpRequest request) =>
        Gate.RunAsync(request, SegmentTemplateRoutes.ListTemplates);

    [Function("PublishSegmentTemplates")]
    public static Task<IResult> PublishSegmentTemplates([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/segments/templates")] HttpRequest request) =>
        Gate.RunAsync(request, SegmentTemplateRoutes.PublishTemplates);

    [Function("ListSegmentMembers")]
    public static Task<IResult> ListSegmentMembers([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/segments/{key}/members")] HttpRequest request) =>
        Gate.RunAsync(request, MemberRoutes.ListSegmentMembers);

    [Function("ExportSegmentMembers")]
    public static Task<IResult> ExportSegmentMembers([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/segments/{key}/members.csv")] HttpRequest request) =>
        Gate.RunAsync(request, MemberRoutes.ExportSegmentMembers);

    [Function("ChangeSegmentMembers")]
    public static Task<IResult> ChangeSegmentMembers([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/segments/{key}/members")] HttpRequest request) =>
        Gate.RunAsync(request, MemberRoutes.ChangeSegmentMembers);

    [Function("ReadUserSegments")]
    public static Task<IResult> ReadUserSegments([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/users/{id}/segments")] HttpRequest request) =>
        Gate.RunAsync(request, MemberRoutes.ReadUserSegments);
}
