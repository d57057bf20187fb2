using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace UserOps.Functions.Tests.Azurite;

/// <summary>
/// Counts the requests of a client as they go to the service, each of which is paid for. Added per retry it counts retries too, added per call only what the
/// application asked for.
/// </summary>
public sealed class CountingPolicy : HttpPipelineSynchronousPolicy
{
    private readonly ConcurrentQueue<(RequestKind Kind, Uri Address)> _requests = new();

    /// <summary>Of all requests, in order.</summary>
    public IReadOnlyList<Uri> Addresses => [.. _requests.Select(request => request.Address)];

    public RequestCounts Counts
    {
        get
        {
            var kinds = _requests.Select(request => request.Kind).ToArray();
            return new(Count(RequestKind.Read), Count(RequestKind.Query), Count(RequestKind.Write), Count(RequestKind.Batch), Count(RequestKind.Other));

            int Count(RequestKind kind) => kinds.Count(k => k == kind);
        }
    }

    public override void OnSendingRequest(HttpMessage message)
    {
        var address = message.Request.Uri.ToUri();
        _requests.Enqueue((KindOf(message.Request.Method, address.AbsolutePath), address));
    }

    public void Reset() => _requests.Clear();

    // As the table service's addresses are made: /account/table(PartitionKey='…',RowKey='…'), /account/table(), /account/table, /account/$batch.
    private static RequestKind KindOf(RequestMethod method, string path) => Uri.UnescapeDataString(path) switch
    {
        var entity when entity.EndsWith("')", StringComparison.Ordinal) && entity.Contains("(PartitionKey=", StringComparison.Ordinal) =>
            method == RequestMethod.Get ? RequestKind.Read : RequestKind.Write,
        var query when query.EndsWith("()", StringComparison.Ordinal) => RequestKind.Query,
        var batch when batch.EndsWith("/$batch", StringComparison.Ordinal) => RequestKind.Batch,
        var other when other.EndsWith("/Tables", StringComparison.Ordinal) || other.Contains("/messages", StringComparison.Ordinal) => RequestKind.Other,
        _ => method == RequestMethod.Post ? RequestKind.Write : RequestKind.Other,
    };
}
