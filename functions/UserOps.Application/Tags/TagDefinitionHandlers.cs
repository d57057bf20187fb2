using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Application.Journeys;
using UserOps.Application.Segments;
using UserOps.Domain.Tags;

namespace UserOps.Application.Tags;

public static class TagDefinitionHandlers
{
    /// <summary>Of a tag that nobody defined too, as long as somebody had it. The draft's tag is the <c>ETag</c>.</summary>
    public static async Task<IResult> ReadAsync(HttpRequest request)
    {
        if (NameIn(request) is not { } name || await request.Use<ReadTag>().RunAsync(name, request.HttpContext.RequestAborted) is not { } tag)
        {
            return Unknown();
        }

        if (tag.Draft is { Tag: var draft })
        {
            DraftTag.Show(request, draft);
        }

        return SegmentHandlers.Answer(tag);
    }

    /// <summary>Also of a tag that nobody has or defined: then nothing may name it either.</summary>
    public static async Task<IResult> UsageAsync(HttpRequest request)
    {
        if (NameIn(request) is not { } name)
        {
            return Unknown();
        }

        var uses = await request.Use<FindSegmentUses>().RunAsync(TagAudience.Of(name), request.HttpContext.RequestAborted);
        return SegmentHandlers.Answer(new TagUsageView(name, uses.None, uses.Journeys, uses.Segments, uses.Tags, uses.Unreadable));
    }

    /// <summary>200 with the mistakes that are left in it; 400 when it is no JSON; 412 when <c>If-Match</c> names another draft than there is.</summary>
    public static async Task<IResult> SaveAsync(HttpRequest request)
    {
        if (NameIn(request) is not { } name)
        {
            return Problem.Invalid("key", AddedTag.Form);
        }

        using var body = await Body.ReadAsync(request);
        switch (await request.Use<SaveTag>().RunAsync(name, body.Memory, DraftTag.IfMatch(request), request.HttpContext.RequestAborted))
        {
            case TagSaved.Kept { Tag: var tag, Mistakes: var mistakes }:
                DraftTag.Show(request, tag.Draft);
                return SegmentHandlers.Answer(new SavedTagView(tag.Name, tag.State, tag.Draft, tag.SavedAt, mistakes));
            case TagSaved.Unreadable { Mistake: var mistake }:
                return Problem.Mistaken(400, "malformed-json", "The body is no JSON that could be kept.", [mistake]);
            default:
                return DraftTag.Overtaken();
        }
    }

    /// <summary>200 with the version; 422 with the mistakes of the draft; 412 when <c>If-Match</c> names another draft than there is.</summary>
    public static async Task<IResult> ActivateAsync(HttpRequest request) =>
        NameIn(request) is not { } name
            ? Unknown()
            : await request.Use<ActivateTag>().RunAsync(name, DraftTag.IfMatch(request), request.HttpContext.RequestAborted) switch
            {
                TagActivated.Done { Tag: var tag, New: var isNew } => SegmentHandlers.Answer(new ActivatedTagView(tag.Name, tag.State, tag.Version, isNew, tag.ActivatedAt)),
                TagActivated.Refused { Mistakes: var mistakes } => Problem.Mistaken(422, "invalid-tag", "The draft has mistakes; nothing was changed.", mistakes),
                TagActivated.Overtaken => DraftTag.Overtaken(),
                TagActivated.Full { Reason: var reason } => Problem.Of(409, "too-many-tags", reason),
                _ => Unknown(),
            };

    /// <summary>409 with those that name it, while there are any.</summary>
    public static async Task<IResult> RetireAsync(HttpRequest request) =>
        NameIn(request) is not { } name
            ? Unknown()
            : await request.Use<RetireTag>().RunAsync(name, request.HttpContext.RequestAborted) switch
            {
                TagRetired.Done { Tag: var tag } => SegmentHandlers.Answer(tag),
                TagRetired.InUse { By: var by } =>
                    SegmentHandlers.InUse(by, "Published journeys or segments or active rule tags name this one; publish them without it, or take them out of use first."),
                _ => Problem.NotFound("There is no such tag that was ever active; GET /api/tags lists them."),
            };

    /// <summary>200 whatever the body is: mistakes are the answer.</summary>
    public static async Task<IResult> ValidateAsync(HttpRequest request)
    {
        using var body = await Body.ReadAsync(request);
        return SegmentHandlers.Answer(await request.Use<CheckTag>().RunAsync(body.Memory, null, request.HttpContext.RequestAborted) is TagReading.Wrong { Mistakes: var mistakes }
            ? new ValidatedView(false, mistakes)
            : new ValidatedView(true, []));
    }

    /// <returns>Null: no tag can be called so.</returns>
    internal static string? NameIn(HttpRequest request) => TagName.Of(request.RouteValues["key"] as string);

    internal static IResult Unknown() => Problem.NotFound("There is no such tag; GET /api/tags lists them.");
}
