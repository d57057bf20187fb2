using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using UserOps.Application.Http;
using UserOps.Application.Messages.Templates;

namespace UserOps.Functions.Messages;

public static class TemplateFunctions
{
    [Function("ListTemplates")]
    public static Task<IResult> ListTemplates([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/templates")] HttpRequest request) =>
        Gate.RunAsync(request, TemplateRoutes.ListTemplates);

    [Function("ReadTemplate")]
    public static Task<IResult> ReadTemplate([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/templates/{key}")] HttpRequest request) =>
        Gate.RunAsync(request, TemplateRoutes.ReadTemplate);

    [Function("SaveTemplate")]
    public static Task<IResult> SaveTemplate([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/templates/{key}")] HttpRequest request) =>
        Gate.RunAsync(request, TemplateRoutes.SaveTemplate);

    [Function("PublishTemplate")]
    public static Task<IResult> PublishTemplate([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/templates/{key}/publish")] HttpRequest request) =>
        Gate.RunAsync(request, TemplateRoutes.PublishTemplate);

    [Function("PreviewTemplate")]
    public static Task<IResult> PreviewTemplate([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/templates/{key}/preview")] HttpRequest request) =>
        Gate.RunAsync(request, TemplateRoutes.PreviewTemplate);
}
