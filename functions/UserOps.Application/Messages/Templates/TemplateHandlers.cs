using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Domain;

namespace UserOps.Application.Messages.Templates;

public static class TemplateHandlers
{
    public static async Task<IResult> ListAsync(HttpRequest request) =>
        Json(new TemplateList(await request.Use<ListTemplates>().RunAsync(request.HttpContext.RequestAborted)), TemplateJson.Readable.TemplateList);

    /// <summary>Query: <c>version</c>; without it, the draft.</summary>
    public static async Task<IResult> ReadAsync(HttpRequest request)
    {
        int? version = null;
        if (request.Query["version"] is [{ } text])
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return Problem.Invalid("version", "A version is a whole number from 1.");
            }

            version = number;
        }

        return await request.Use<FindTemplate>().RunAsync(Key(request), version, request.HttpContext.RequestAborted) is { } view
            ? Json(view, TemplateJson.Readable.TemplateView)
            : Unknown();
    }

    /// <summary>200 with the mistakes that keep the draft from being published; 400 for what is no template at all.</summary>
    public static async Task<IResult> SaveAsync(HttpRequest request)
    {
        if (!TemplateKey.IsValid(Key(request)))
        {
            return Problem.Invalid("key", $"A key is 1 to {TemplateKey.MostLength} lower-case letters, digits and hyphens, no hyphen first.");
        }

        using var body = await Body.ReadAsync(request);
        try
        {
            if (JsonSerializer.Deserialize(body.Span, TemplateJson.Default.TemplateContent) is not { } content)
            {
                return Problem.Invalid("body", "The body is null.");
            }

            var (template, mistakes) = await request.Use<SaveTemplate>().RunAsync(Key(request), content, request.HttpContext.RequestAborted);
            return Json(new TemplateView(template, null, mistakes), TemplateJson.Readable.TemplateView);
        }
        catch (JsonException malformed)
        {
            return Problem.Malformed(malformed);
        }
    }

    public static async Task<IResult> PublishAsync(HttpRequest request) =>
        TemplateKey.IsValid(Key(request))
            ? await request.Use<PublishTemplate>().RunAsync(Key(request), request.HttpContext.RequestAborted) switch
            {
                Publishing.Published published => Json(published.Template, TemplateJson.Readable.StoredTemplate),
                Publishing.Faulty faulty => Mistaken(faulty.Mistakes),
                _ => Unknown(),
            }
            : Unknown();

    /// <summary>Body: <c>{"user":"42","language":"de"}</c>; see <see cref="PreviewRequest"/>.</summary>
    public static async Task<IResult> PreviewAsync(HttpRequest request)
    {
        var (wanted, refusal) = await Body.ReadJsonAsync<PreviewRequest>(request);
        if (refusal is not null)
        {
            return refusal;
        }

        return await request.Use<PreviewTemplate>().RunAsync(Key(request), wanted!, request.HttpContext.RequestAborted) switch
        {
            Previewing.Tried { Rendering: Rendering.Rendered { Message: var message } } => Json(message, TemplateJson.Readable.RenderedMessage),
            Previewing.Tried { Rendering: Rendering.Missing missing } => Problem.Of(
                422, "missing-value", $"{missing.Name} is not known of this person, and the template says nothing for that case; give it a default.", missing.Name),
            Previewing.Tried { Rendering: Rendering.Unfit unfit } => Problem.Of(422, "unfit-value", unfit.What),
            Previewing.Tried { Rendering: Rendering.TooLarge large } => Problem.Of(422, "too-large", $"The message grows too large; {large.What}."),
            Previewing.Faulty faulty => Mistaken(faulty.Mistakes),
            Previewing.NoSuchUser => Problem.Invalid("user", "Nobody is known by this identifier."),
            _ => Problem.NotFound("There is no such message template, or not in this version."),
        };
    }

    private static string Key(HttpRequest request) => request.RouteValues["key"] as string ?? "";

    private static IResult Unknown() => Problem.NotFound("There is no such template, or not in this version.");

    private static IResult Mistaken(IReadOnlyList<Mistake> mistakes) => Problem.Mistaken(422, "invalid-template", "The template has mistakes.", mistakes);

    private static IResult Json<T>(T value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) => Results.Json(value, type);
}
