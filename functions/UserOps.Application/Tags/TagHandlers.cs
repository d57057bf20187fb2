using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Domain.Tags;

namespace UserOps.Application.Tags;

public static class TagHandlers
{
    private const int Most = 50;

    /// <summary>202: they change as soon as the queue comes to it.</summary>
    public static async Task<IResult> TagUserAsync(HttpRequest request)
    {
        var (body, refusal) = await Body.ReadJsonAsync<TagRequest>(request);
        if (refusal is not null)
        {
            return refusal;
        }

        var tags = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var (field, names, on) in ((string, IReadOnlyList<string?>, bool)[])[("add", body!.Add ?? [], true), ("remove", body.Remove ?? [], false)])
        {
            foreach (var (i, text) in names.Index())
            {
                if (TagName.Of(text) is not { } name)
                {
                    return Problem.Invalid($"{field}[{i}]", $"A tag is 1 to {TagName.MaxLength} characters without control characters.");
                }

                if (!tags.TryAdd(name, on) && tags[name] != on)
                {
                    return Problem.Invalid($"{field}[{i}]", "The same tag can't be put on and taken off at once.");
                }
            }
        }

        if (tags.Count is 0 or > Most)
        {
            return Problem.Invalid("add", $"Name 1 to {Most} tags, as in {{\"add\":[\"vip\"],\"remove\":[\"trial\"]}}.");
        }

        return await request.Use<TagUser>().RunAsync(Users.UserHandlers.Id(request), tags, request.HttpContext.RequestAborted)
            ? Results.Accepted()
            : Problem.NotFound("Nobody is known by this identifier.");
    }
}
