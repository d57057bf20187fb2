using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Application.Journeys.Control;
using UserOps.Application.Segments.Members;
using UserOps.Application.Segments.Sweeps;

namespace UserOps.Application.Segments.Snapshots;

public static class SnapshotHandlers
{
    /// <summary>202 and where to follow it; 409 when the segment has as many as it can, or the idempotency key was used for another name.</summary>
    public static async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var bytes = await Body.ReadAsync(request);
        var (body, refusal) = Asked.Read<SnapshotBody>(bytes.Memory);
        if ((refusal ?? Asked.KeyRefusal(request, required: false)) is { } wrong)
        {
            return wrong;
        }

        var name = body!.Name?.Trim();
        if (name is { Length: 0 or > Snapshot.NameLength })
        {
            return Problem.Invalid("name", $"A snapshot's name has 1 to {Snapshot.NameLength} characters.");
        }

        var cancel = request.HttpContext.RequestAborted;
        switch (SegmentHandlers.TryKey(request, out var key) ? await request.Use<TakeSnapshot>().RunAsync(key, Asked.Key(request), name, cancel) : new SnapshotTaken.Unknown())
        {
            case SnapshotTaken.Accepted { Snapshot: var snapshot }:
                request.HttpContext.Response.Headers.Location = $"/api/segments/{key}/snapshots/{snapshot.Id}";
                return SegmentHandlers.Answer(await ViewAsync(request, snapshot), StatusCodes.Status202Accepted);
            case SnapshotTaken.KeyReused:
                return Problem.Of(409, "key-reused", "A snapshot of another name was asked for with this Idempotency-Key.", "Idempotency-Key");
            case SnapshotTaken.Going:
                return NotDone();
            case SnapshotTaken.Full:
                return Problem.Of(409, "too-many-snapshots", $"A segment keeps {SnapshotRows.Most} snapshots; delete one first.");
            default:
                return Problem.NotFound("There is no such published segment; GET /api/segments lists them.");
        }
    }

    /// <summary>Query: <c>limit</c> (1 to 100, else 50) and <c>from</c> (the <c>next</c> of the page before).</summary>
    public static async Task<IResult> ListAsync(HttpRequest request)
    {
        var (limit, from, refusal) = PageQuery.Read(request, SnapshotRows.Most, 50, "snapshots");
        if (refusal is not null)
        {
            return refusal;
        }

        if (!SegmentHandlers.TryKey(request, out var key) || await request.Use<SegmentRows>().FindAsync(key, request.HttpContext.RequestAborted) is null)
        {
            return SegmentHandlers.Unknown();
        }

        var all = await request.Use<SnapshotRows>().AllAsync(key, request.HttpContext.RequestAborted);
        var start = from is null ? 0 : all.ToList().FindIndex(one => one.Id == from);
        return start < 0
            ? Problem.Invalid("from", "This is none of the values that an earlier page named as next, or that snapshot is gone.")
            : SegmentHandlers.Answer(new SnapshotPage(
                await Task.WhenAll(all.Skip(start).Take(limit).Select(snapshot => ViewAsync(request, snapshot))), all.ElementAtOrDefault(start + limit)?.Id));
    }

    public static async Task<IResult> ReadAsync(HttpRequest request) =>
        await FindAsync(request) is { } snapshot ? SegmentHandlers.Answer(await ViewAsync(request, snapshot)) : Unknown();

    /// <summary>202: it goes on by itself, and then there is no such snapshot any more.</summary>
    public static async Task<IResult> DeleteAsync(HttpRequest request) =>
        await FindAsync(request) is { } known && await request.Use<ClearSnapshot>().RunAsync(known.Segment, known.Id, request.HttpContext.RequestAborted) is { } snapshot
            ? SegmentHandlers.Answer(await ViewAsync(request, snapshot), StatusCodes.Status202Accepted)
            : Unknown();

    public static async Task<IResult> ExportAsync(HttpRequest request)
    {
        if (await FindAsync(request) is not { } snapshot)
        {
            return Unknown();
        }

        var (export, cancel) = (request.Use<ExportMembers>(), request.HttpContext.RequestAborted);
        var users = request.Use<SnapshotBuckets>().UsersAsync(snapshot.TakenBy, cancel);
        return snapshot.State != SnapshotState.Done ? NotDone() : Results.Stream(stream => export.FormerAsync(users, stream, cancel), "text/csv; charset=utf-8", $"{snapshot.Segment}-{snapshot.Id}.csv");
    }

    /// <summary>The snapshot that the address names.</summary>
    internal static async Task<Snapshot?> FindAsync(HttpRequest request) => SegmentHandlers.TryKey(request, out var key)
        ? (await request.Use<SnapshotRows>().FindAsync(key, request.RouteValues["id"] as string ?? "", request.HttpContext.RequestAborted))?.Snapshot
        : null;

    internal static IResult Unknown() => Problem.NotFound("There is no such snapshot of such a segment; GET /api/segments/{key}/snapshots lists them.");

    internal static IResult NotDone(string? field = null) => Problem.Of(409, "snapshot-not-done", "The snapshot is still being taken, or thrown away; it says itself how far that is.", field);

    private static async Task<SnapshotView> ViewAsync(HttpRequest request, Snapshot snapshot) => SnapshotView.Of(
        snapshot, snapshot.State == SnapshotState.Done ? [] : await request.Use<SweepRows>().LanesAsync(snapshot.ClearedBy ?? snapshot.TakenBy, request.HttpContext.RequestAborted));
}
