using UserOps.Application.Http;
using UserOps.Application.Journeys;
using UserOps.Application.Segments.Sweeps;

namespace UserOps.Application.Segments;

public static class SegmentRoutes
{
    public static readonly Route ListSegments = new("ListSegments", "GET", "api/segments", Access.Viewer, SegmentHandlers.ListAsync)
    {
        Doc = new("Lists segments with their states") { Query = [new("limit", "integer", "1 to 200; 100 without it."), new("from", "string", "The next of the page before.")], Response = typeof(SegmentPage) },
    };

    public static readonly Route ReadSegment = new("ReadSegment", "GET", "api/segments/{key}", Access.Viewer, SegmentHandlers.ReadAsync)
    {
        Doc = new("Reads a segment: its draft with the mistakes in it, its versions, its size and how far its back-fill is") { Response = typeof(SegmentView) },
    };

    public static readonly Route ReadSegmentVersion = new("ReadSegmentVersion", "GET", "api/segments/{key}/versions/{version}", Access.Viewer, SegmentHandlers.ReadVersionAsync)
    {
        Doc = new("Reads a published version") { Response = typeof(SegmentVersionView) },
    };

    public static readonly Route SaveSegment = new("SaveSegment", "PUT", "api/segments/{key}", Access.Marketer, SegmentHandlers.SaveAsync)
    {
        Doc = new("Keeps a draft, mistakes or not, and says which there are") { RequestMedia = "application/json", Response = typeof(SavedSegmentView) },
    };

    public static readonly Route PublishSegment = new("PublishSegment", "POST", "api/segments/{key}/publish", Access.Marketer, SegmentHandlers.PublishAsync)
    {
        Doc = new("Makes the draft the next version and has everybody looked at by it; 422 while there are mistakes in it") { Response = typeof(PublishedSegmentView) },
    };

    public static readonly Route ArchiveSegment = new("ArchiveSegment", "POST", "api/segments/{key}/archive", Access.Marketer, SegmentHandlers.ArchiveAsync)
    {
        Doc = new("Lets everybody out; 409 with the list of what names it") { Response = typeof(SegmentHead) },
    };

    public static readonly Route ValidateSegment = new("ValidateSegment", "POST", "api/segments/validate", Access.Marketer, SegmentHandlers.ValidateAsync)
    {
        Doc = new("Says what is wrong with a segment, and keeps nothing") { RequestMedia = "application/json", Response = typeof(ValidatedView) },
    };

    public static readonly Route PreviewSegment = new("PreviewSegment", "POST", "api/segments/preview", Access.Marketer, PreviewHandlers.PreviewAsync)
    {
        Doc = new("Counts who would be in the segment of the body; 202 and where to look when that takes longer") { RequestMedia = "application/json", Response = typeof(PreviewView) },
    };

    public static readonly Route PreviewDraft = new("PreviewSegmentDraft", "POST", "api/segments/{key}/preview", Access.Marketer, PreviewHandlers.PreviewDraftAsync)
    {
        Doc = new("Counts who would be in a segment if its draft were published; 202 and where to look when that takes longer") { Response = typeof(PreviewView) },
    };

    public static readonly Route ReadPreview = new("ReadSegmentPreview", "GET", "api/segments/previews/{id}", Access.Viewer, PreviewHandlers.ReadAsync)
    {
        Doc = new("Reads how far a preview is and what it came to") { Response = typeof(PreviewView) },
    };

    public static IReadOnlyList<Route> All { get; } = [PreviewSegment, PreviewDraft, ReadPreview, ListSegments, ReadSegment, ReadSegmentVersion, SaveSegment, PublishSegment, ArchiveSegment, ValidateSegment];
}
