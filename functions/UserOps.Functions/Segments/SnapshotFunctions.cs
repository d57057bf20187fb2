using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using UserOps.Application.Http;
using UserOps.Application.Segments.Snapshots;

namespace UserOps.Functions.Segments;

public static class SnapshotFunctions
{
    [Function("TakeSegmentSnapshot")]
    public static Task<IResult> TakeSegmentSnapshot([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/segments/{key}/snapshots")] HttpRequest request) =>
        Gate.RunAsync(request, SnapshotRoutes.TakeSnapshot);

    [Function("ListSegmentSnapshots")]
    public static Task<IResult> ListSegmentSnapshots([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/segments/{key}/snapshots")] HttpRequest request) =>
        Gate.RunAsync(request, SnapshotRoutes.ListSnapshots);

    [Function("ReadSegmentSnapshot")]
    public static Task<IResult> ReadSegmentSnapshot([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/segments/{key}/snapshots/{id}")] HttpRequest request) =>
        Gate.RunAsync(request, SnapshotRoutes.ReadSnapshot);

    [Function("ExportSegmentSnapshot")]
    public static Task<IResult> ExportSegmentSnapshot([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/segments/{key}/snapshots/{id}/members.csv")] HttpRequest request) =>
        Gate.RunAsync(request, SnapshotRoutes.ExportSnapshot);

    [Function("DeleteSegmentSnapshot")]
    public static Task<IResult> DeleteSegmentSnapshot([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/segments/{key}/snapshots/{id}")] HttpRequest request) =>
        Gate.RunAsync(request, SnapshotRoutes.DeleteSnapshot);

    [Function("CompareSegmentSnapshot")]
    public static Task<IResult> CompareSegmentSnapshot([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/segments/{key}/snapshots/{id}/compare")] HttpRequest request) =>
        Gate.RunAsync(request, SnapshotRoutes.CompareSnapshot);

    [Function("ExportSegmentComparison")]
    public static Task<IResult> ExportSegmentComparison([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/segments/{key}/snapshots/{id}/compare.csv")] HttpRequest request) =>
        Gate.RunAsync(request, SnapshotRoutes.ExportComparison);
}
