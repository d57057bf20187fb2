using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Application.Segments;
using UserOps.Application.Settings;

namespace UserOps.Application.Tags;

public static class TagHandlers
{
    /// <summary>202: they change as soon as the queue comes to it.</summary>
    public static async Task<IResult> TagUserAsync(HttpRequest request)
    {
        var (body, refusal) = await Body.ReadJsonAsync<TagRequest>(request);
        if (refusal is not null)
        {
            return refusal;
        }

        var cancel = request.HttpContext.RequestAborted;
        var (asked, wrong) = TagsAsked.Read(body!, (await request.Use<PublishedSegments>().RunAsync(cancel)).Tags, request.Use<UserOpsSettings>().Workspace.Zone);
        return asked is null ? wrong!
            : await request.Use<TagUser>().RunAsync(Users.UserHandlers.Id(request), asked, cancel) ? Results.Accepted()
            : Problem.NotFound("Nobody is known by this identifier.");
    }
}
