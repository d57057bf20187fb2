using UserOps.Application.Http;
using Route = UserOps.Application.Http.Route;

namespace UserOps.LocalHost.Messages;

/// <summary>Looking at what was sent. Of this host only, and so not in the table that both hosts serve.</summary>
internal static class MailRoutes
{
    public static readonly Route ListMail = new("ListMail", "GET", "mail", Access.Viewer, MailHandlers.ListAsync);

    public static readonly Route ReadMail = new("ReadMail", "GET", "mail/{name}", Access.Viewer, MailHandlers.ReadAsync);

    public static readonly Route ReadMailHtml = new("ReadMailHtml", "GET", "mail/{name}/html", Access.Viewer, MailHandlers.ReadHtmlAsync);

    public static IReadOnlyList<Route> All { get; } = [ListMail, ReadMail, ReadMailHtml];
}
