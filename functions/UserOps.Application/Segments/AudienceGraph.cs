using UserOps.Application.Storage;

namespace UserOps.Application.Segments;

/// <summary>
/// Row <c>graph</c> of partition <c>segments</c>, which everybody who publishes, archives or retires a segment or a tag writes under its ETag, so that two at once can't build
/// them from each other or from what is no more.
/// </summary>
internal static class AudienceGraph
{
    public static readonly TableKey Partition = "segments";
    private const string Name = "changes";
    private static readonly TableKey Key = "graph";

    /// <summary>What says whether anything changed since; null: nothing ever did.</summary>
    public static Task<Row?> ReadAsync(ITableStore tables, CancellationToken cancel) => tables.GetAsync(Partition, Key, cancel);

    /// <summary>Fails where anything changed since it was read.</summary>
    public static Change Next(Row? graph)
    {
        var changed = Properties.Of(Name, (graph?.Properties.Number(Name) ?? 0) + 1);
        return graph is null ? new Change.Insert(changed) { Key = Key } : new Change.Replace(changed, graph.ETag) { Key = Key };
    }
}
