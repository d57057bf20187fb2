using UserOps.Application.Http;

namespace UserOps.LocalHost.Messages;

internal static class MailHandlers
{
    private const int Shown = 200;

    /// <summary>The newest 200.</summary>
    public static Task<IResult> ListAsync(HttpRequest request)
    {
        var folder = Folder(request);
        var all = folder.List();
        var shown = all.Take(Shown).Select(mail => (mail.Name, mail.SentAt, MailFile.ReadHead(folder.PathOf(mail.Name))));
        return Task.FromResult(Page(request, MailPages.List([.. shown], all.Count, folder.Folder)));
    }

    public static Task<IResult> ReadAsync(HttpRequest request) =>
        Task.FromResult(Find(request) is { } mail ? Page(request, MailPages.One(Name(request), mail)) : Unknown());

    /// <summary>
    /// The mail's own HTML, for the frame of the page. A document of its own, so that its rules hold however it is opened: nothing runs, no form is sent, nothing is
    /// loaded from anywhere.
    /// </summary>
    public static Task<IResult> ReadHtmlAsync(HttpRequest request)
    {
        if (Find(request)?.Html is not { } html)
        {
            return Task.FromResult(Unknown());
        }

        Protect(request, "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox");
        return Task.FromResult(Results.Content(html, "text/html; charset=utf-8"));
    }

    private static IResult Page(HttpRequest request, string html)
    {
        Protect(request, $"default-src 'none'; style-src '{MailPages.StyleHash}'; frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'");
        return Results.Content(html, "text/html; charset=utf-8");
    }

    private static void Protect(HttpRequest request, string policy)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
    }

    private static MailFile? Find(HttpRequest request)
    {
        var folder = Folder(request);
        return MailFolder.IsName(Name(request)) && folder.Has(Name(request)) ? MailFile.Read(folder.PathOf(Name(request))) : null;
    }

    private static string Name(HttpRequest request) => request.RouteValues["name"] as string ?? "";

    private static MailFolder Folder(HttpRequest request) => request.HttpContext.RequestServices.GetRequiredService<MailFolder>();

    private static IResult Unknown() => Problem.NotFound("There is no such mail.");
}
