using UserOps.Application.Events.Rejections;
using UserOps.Application.Storage;
using UserOps.Domain;

namespace UserOps.Application.Events.Webhooks;

/// <summary>Requests under privacy laws, in order of receipt: partition <c>privacy</c>, the body as a document beside <c>source</c>, <c>topic</c> and <c>at</c>.</summary>
public sealed class PrivacyRequests(ITableStore store)
{
    private const int Version = 1;
    private static readonly TableKey Partition = "privacy";

    /// <summary>Safe to call twice with the same request.</summary>
    public Task AddAsync(PrivacyRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var row = Documents.WriteBytes(
            request.Body.Span,
            "privacy request",
            Version,
            new("source", request.Source),
            new("topic", request.Topic),
            new("dedupeKey", request.DedupeKey),
            new("at", request.ReceivedAt));
        return new OnceRows(store, Partition).AddAsync([new(HashText.Of(request.Source, request.DedupeKey), row)], request.ReceivedAt, cancel);
    }

    /// <summary>Oldest first.</summary>
    public async Task<(IReadOnlyList<PrivacyRequest> Requests, string? Next)> ListAsync(string? from, int pageSize, CancellationToken cancel)
    {
        var page = await new OnceRows(store, Partition).ListAsync(from, pageSize, cancel);
        return ([.. page.Rows.Select(Read)], page.Next?.Value);
    }

    private static PrivacyRequest Read(Row row) => new(
        row.Properties.Text("source"),
        row.Properties.Text("topic"),
        row.Properties.Text("dedupeKey"),
        row.Properties.Instant("at"),
        Documents.ReadBytes(row));
}
