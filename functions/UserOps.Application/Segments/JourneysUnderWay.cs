using UserOps.Application.Journeys;
using UserOps.Application.Storage;
using UserOps.Domain;

namespace UserOps.Application.Segments;

/// <summary>
/// Journeys that are just being published and name segments or tags: rows <c>i~{id}</c> of partition <c>segments</c>. Journeys have a partition of their own, so no batch holds both: whoever
/// publishes says so here first, under the ETag of <see cref="AudienceGraph"/>; whoever archives or retires stops those who said so before looking who names what. Then either the journey is
/// found, or the archiving is refused its write, or the journey is, and looks anew.
/// </summary>
public sealed class JourneysUnderWay(ITableStore tables, JourneyRows journeys)
{
    private const string Prefix = "i~";
    private const string JourneyName = "journey";

    /// <summary>To be read before the journey's head, and before its names are looked up.</summary>
    public Task<Row?> GraphAsync(CancellationToken cancel) => AudienceGraph.ReadAsync(tables, cancel);

    /// <summary>Between looking the names up and writing the head, under the ETag that it had before.</summary>
    /// <returns>To be ended by; null: something was archived, retired or published since the graph was read.</returns>
    public async Task<string?> BeginAsync(string journey, Row? graph, CancellationToken cancel)
    {
        var id = HashText.Of("under-way", Guid.NewGuid().ToString("N"));
        Change[] changes = [AudienceGraph.Next(graph), new Change.Insert(Properties.Of(JourneyName, journey)) { Key = Prefix + id }];
        return await tables.CommitAsync(AudienceGraph.Partition, changes, cancel) is CommitResult.Committed ? id : null;
    }

    /// <summary>The head is written, or was refused.</summary>
    public Task EndAsync(string id, CancellationToken cancel) => tables.CommitAsync(AudienceGraph.Partition, [new Change.Delete { Key = Prefix + id }], cancel);

    /// <summary>Whoever began and has not written the head yet can't write it any more, and begins anew; whoever died on the way is forgotten.</summary>
    public async Task StopAsync(CancellationToken cancel)
    {
        foreach (var row in await tables.RowsAsync(RowQuery.Prefix(AudienceGraph.Partition, Prefix), cancel).ToListAsync(cancel))
        {
            var key = row.Properties.Text(JourneyName);
            while (await journeys.FindAsync(key, cancel) is var (head, etag) && !await journeys.WriteAsync(head, etag, null, null, cancel))
            {
            }

            await tables.CommitAsync(AudienceGraph.Partition, [new Change.Delete { Key = row.Key }], cancel);
        }
    }
}
