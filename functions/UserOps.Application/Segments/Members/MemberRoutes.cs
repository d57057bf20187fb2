using UserOps.Application.Http;

namespace UserOps.Application.Segments.Members;

public static class MemberRoutes
{
    public static readonly Route ListSegmentMembers = new("ListSegmentMembers", "GET", "api/segments/{key}/members", Access.Viewer, MemberHandlers.ListAsync)
    {
        Doc = new("Lists who is in a segment now, since when and by which version")
        {
            Query = [new("limit", "integer", "1 to 500; 100 without it."), new("from", "string", "The next of the page before.")],
            Response = typeof(MemberPage),
        },
    };

    public static readonly Route ExportSegmentMembers = new("ExportSegmentMembers", "GET", "api/segments/{key}/members.csv", Access.Marketer, MemberHandlers.ExportAsync)
    {
        Doc = new("Exports who is in a segment, together with, among or without those of others, or a sample of them")
        {
            Query =
            [
                new("or", "string", "A segment whose members come too; may stand there more than once, as the next two."), new("and", "string", "One that they must be in as well."),
                new("minus", "string", "One that they must not be in."), new("sample", "integer", "So many of them."), new("seed", "string", "Another one draws others; the same one the same."),
            ],
            ResponseMedia = "text/csv",
        },
    };

    public static readonly Route ChangeSegmentMembers =
        new("ChangeSegmentMembers", "POST", "api/segments/{key}/members", Access.Marketer, MemberHandlers.ChangeAsync, Route.IntakeBody)
        {
            Doc = new("Puts people on the list of a static segment or takes them off it: as JSON, or a file as text/csv; from a segment or a snapshot as a job (202)")
            {
                Query =
                [
                    new("remove", "boolean", "Take the people of the file, the segment or the snapshot off."), new("sample", "integer", "Of a segment or a snapshot, so many people."),
                    new("seed", "string", "Another one draws others; the same one the same."),
                ],
                Request = typeof(ListBody),
                Response = typeof(ListedView),
            },
        };

    public static readonly Route ReadUserSegments = new("ReadUserSegments", "GET", "api/users/{id}/segments", Access.Viewer, UserSegmentHandlers.ReadAsync)
    {
        Doc = new("Reads which segments a user is and was in, when and by which version") { Response = typeof(UserSegmentsView) },
    };

    public static IReadOnlyList<Route> All { get; } = [ListSegmentMembers, ExportSegmentMembers, ChangeSegmentMembers, ReadUserSegments];
}
