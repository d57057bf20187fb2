namespace UserOps.Functions.Tests.Azurite;

/// <summary>Requests by <see cref="RequestKind"/>.</summary>
public sealed record RequestCounts(int Reads = 0, int Queries = 0, int Writes = 0, int Batches = 0, int Others = 0)
{
    public int OfTables => Reads + Queries + Writes + Batches;

    public static RequestCounts operator -(RequestCounts left, RequestCounts right) => new(
        left.Reads - right.Reads, left.Queries - right.Queries, left.Writes - right.Writes, left.Batches - right.Batches, left.Others - right.Others);
}
