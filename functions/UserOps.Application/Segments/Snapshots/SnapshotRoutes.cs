using UserOps.Application.Http;
using UserOps.Application.Http.OpenApi;

namespace UserOps.Application.Segments.Snapshots;

public static class SnapshotRoutes
{
    private static readonly QueryParameter With = new("with", "string", "Another snapshot of the segment, or now.");

    public static readonly Route TakeSnapshot = new("TakeSegmentSnapshot", "POST", "api/segments/{key}/snapshots", Access.Marketer, SnapshotHandlers.TakeAsync)
    {
        Doc = new("Has those written down who are in a segment now; with an Idempotency-Key, or else a name, twice is once") { Request = typeof(SnapshotBody), Response = typeof(SnapshotView), Status = 202 },
    };

    public static readonly Route ListSnapshots = new("ListSegmentSnapshots", "GET", "api/segments/{key}/snapshots", Access.Viewer, SnapshotHandlers.ListAsync)
    {
        Doc = new("Lists the snapshots of a segment, the latest first")
        {
            Query = [new("limit", "integer", "1 to 100; 50 without it."), new("from", "string", "The next of the page before.")],
            Response = typeof(SnapshotPage),
        },
    };

    public static readonly Route ReadSnapshot = new("ReadSegmentSnapshot", "GET", "api/segments/{key}/snapshots/{id}", Access.Viewer, SnapshotHandlers.ReadAsync)
    {
        Doc = new("Reads a snapshot: of when, how many, and how far it is") { Response = typeof(SnapshotView) },
    };

    public static readonly Route ExportSnapshot = new("ExportSegmentSnapshot", "GET", "api/segments/{key}/snapshots/{id}/members.csv", Access.Marketer, SnapshotHandlers.ExportAsync)
    {
        Doc = new("Exports who was in a segment when the snapshot was taken, by what they are called now") { ResponseMedia = "text/csv" },
    };

    public static readonly Route DeleteSnapshot = new("DeleteSegmentSnapshot", "DELETE", "api/segments/{key}/snapshots/{id}", Access.Marketer, SnapshotHandlers.DeleteAsync)
    {
        Doc = new("Throws a snapshot away") { Response = typeof(SnapshotView), Status = 202 },
    };

    public static readonly Route CompareSnapshot = new("CompareSegmentSnapshot", "GET", "api/segments/{key}/snapshots/{id}/compare", Access.Viewer, CompareHandlers.CountAsync)
    {
        Doc = new("Counts who stayed, entered and left between a snapshot and another, or now") { Query = [With], Response = typeof(SnapshotComparison) },
    };

    public static readonly Route ExportComparison = new("ExportSegmentComparison", "GET", "api/segments/{key}/snapshots/{id}/compare.csv", Access.Marketer, CompareHandlers.ExportAsync)
    {
        Doc = new("Exports who stayed, entered or left between a snapshot and another, or now")
        {
            Query = [With, new("set", "string", "stayed, entered, left or merged.")],
            ResponseMedia = "text/csv",
        },
    };

    public static IReadOnlyList<Route> All { get; } = [TakeSnapshot, ListSnapshots, ReadSnapshot, ExportSnapshot, DeleteSnapshot, CompareSnapshot, ExportComparison];
}
