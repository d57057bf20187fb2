using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Application.Segments.Members;

namespace UserOps.Application.Segments.Snapshots;

public static class CompareHandlers
{
    private const string Now = "now";

    /// <summary>Query: <c>with</c>, another snapshot of the segment or <c>now</c>. A scan of 256 buckets for each of the two.</summary>
    public static async Task<IResult> CountAsync(HttpRequest request)
    {
        var (before, after, refusal) = await ReadAsync(request);
        return refusal ?? SegmentHandlers.Answer(await request.Use<CompareSnapshots>().CountAsync(before!, after, request.HttpContext.RequestAborted));
    }

    /// <summary>Query: <c>with</c> as above, and <c>set</c>: <c>stayed</c>, <c>entered</c>, <c>left</c> or <c>merged</c>.</summary>
    public static async Task<IResult> ExportAsync(HttpRequest request)
    {
        var (before, after, refusal) = await ReadAsync(request);
        if (refusal is not null)
        {
            return refusal;
        }

        if (request.Query["set"] is not [{ } text] || SetOf(text) is not { } set)
        {
            return Problem.Invalid("set", "Say which: stayed, entered, left or merged.");
        }

        var (export, cancel) = (request.Use<ExportMembers>(), request.HttpContext.RequestAborted);
        var users = request.Use<CompareSnapshots>().UsersAsync(before!, after, set, cancel);
        return Results.Stream(stream => export.FormerAsync(users, stream, cancel), "text/csv; charset=utf-8", $"{before!.Segment}-{text}.csv");
    }

    private static SnapshotChange? SetOf(string text) =>
        Enum.GetValues<SnapshotChange>().Cast<SnapshotChange?>().FirstOrDefault(set => set!.Value.ToString().Equals(text, StringComparison.OrdinalIgnoreCase));

    /// <returns>After: null: now.</returns>
    private static async Task<(Snapshot? Before, Snapshot? After, IResult? Refusal)> ReadAsync(HttpRequest request)
    {
        if (await SnapshotHandlers.FindAsync(request) is not { } before)
        {
            return (null, null, SnapshotHandlers.Unknown());
        }

        var with = request.Query["with"] is [{ Length: > 0 } text] ? text : null;
        if (before.State != SnapshotState.Done)
        {
            return (null, null, SnapshotHandlers.NotDone());
        }

        if (with is null or Now)
        {
            return (before, null, with is null ? Problem.Invalid("with", "Name another snapshot of the segment, or now.") : null);
        }

        return (await request.Use<SnapshotRows>().FindAsync(before.Segment, with, request.HttpContext.RequestAborted))?.Snapshot switch
        {
            null => (null, null, Problem.Invalid("with", "There is no such snapshot of this segment; GET /api/segments/{key}/snapshots lists them.")),
            { State: not SnapshotState.Done } => (null, null, SnapshotHandlers.NotDone("with")),
            var after => (before, after, null),
        };
    }
}
