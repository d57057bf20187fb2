using Azure;
using Azure.Data.Tables;
using UserOps.Application.Storage;

namespace UserOps.Functions.Storage;

/// <summary>
/// Rows in one table of Azure Table Storage. The client sends a request again when its answer is lost, and can then meet its own write as a conflict: callers take
/// a conflict as a reason to read again, so they find that write and do nothing twice.
/// </summary>
/// <param name="table">Exists; its client retries what passes.</param>
public sealed class AzureTableStore(TableClient table) : ITableStore
{
    public async Task<Row?> GetAsync(TableKey partition, TableKey row, CancellationToken cancel)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition.Value, row.Value, cancellationToken: cancel);
        if (found.HasValue)
        {
            return Entities.Read(found.Value!);
        }

        Refusal.ThrowUnlessRowIsMissing(found.GetRawResponse());
        return null;
    }

    public async Task<RowPage> QueryAsync(RowQuery query, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.PageSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.PageSize, TableLimits.PageRows);

        // The service may answer with no row and yet a continuation; one request is enough otherwise.
        await foreach (var page in table.QueryAsync<TableEntity>(Filter(query), query.PageSize, cancellationToken: cancel).AsPages())
        {
            if (page.Values.Count > 0)
            {
                var rows = page.Values.Select(Entities.Read).ToArray();
                return new(rows, string.IsNullOrWhiteSpace(page.ContinuationToken) ? null : After(rows[^1].Key, query.To));
            }
        }

        return new([], null);
    }

    public async Task<CommitResult> CommitAsync(TableKey partition, IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        TableLimits.Check(changes);
        cancel.ThrowIfCancellationRequested();
        try
        {
            if (changes is [var only])
            {
                // A deletion of what is not there is no exception to the client.
                var response = await CommitOneAsync(partition, only, cancel);
                return response.Status == 404 ? throw new RequestFailedException(response) : Committed(changes, [response]);
            }

            return Committed(changes, (await table.SubmitTransactionAsync(changes.Select(change => Entities.Action(partition, change)), cancel)).Value);
        }
        catch (TableTransactionFailedException failed) when (failed.FailedTransactionActionIndex is { } index && Refusal.IsConflict(failed))
        {
            return new CommitResult.Conflicted(index);
        }
        catch (RequestFailedException failed) when (changes.Count == 1 && Refusal.IsConflict(failed))
        {
            return new CommitResult.Conflicted(0);
        }
    }

    // The service's own continuation is no key, so the next page starts right after the last row.
    private static TableKey? After(TableKey last, TableKey? to) =>
        KeyOrder.Next(last) is { } next && (to is not { } end || next.CompareTo(end) < 0) ? next : default(TableKey?);

    private static string Filter(RowQuery query)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {query.Partition.Value}");
        filter += query.From is { } from ? TableClient.CreateQueryFilter($" and RowKey ge {from.Value}") : "";
        return filter + (query.To is { } to ? TableClient.CreateQueryFilter($" and RowKey lt {to.Value}") : "");
    }

    private Task<Response> CommitOneAsync(TableKey partition, Change change, CancellationToken cancel) => change switch
    {
        Change.Insert insert => table.AddEntityAsync(Entities.Of(partition, change.Key, insert.Properties), cancel),
        Change.Replace replace => table.UpdateEntityAsync(
            Entities.Of(partition, change.Key, replace.Properties), EntityETag.Of(replace.ETag), TableUpdateMode.Replace, cancel),
        Change.Upsert upsert => table.UpsertEntityAsync(Entities.Of(partition, change.Key, upsert.Properties), TableUpdateMode.Replace, cancel),
        Change.Delete delete => table.DeleteEntityAsync(partition.Value, change.Key.Value, delete.ETag is { } etag ? EntityETag.Of(etag) : ETag.All, cancel),
        _ => throw new ArgumentException($"A {change.GetType().Name} is no change this store knows.", nameof(change)),
    };

    private static CommitResult.Committed Committed(IReadOnlyList<Change> changes, IReadOnlyList<Response> responses) =>
        new([.. changes.Select((change, i) => change is Change.Delete ? null : responses[i].Headers.ETag?.ToString())]);
}
