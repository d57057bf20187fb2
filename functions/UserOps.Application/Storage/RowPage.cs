namespace UserOps.Application.Storage;

/// <param name="Next">
/// Where the next page starts (hand it to <see cref="RowQuery.From"/>): a key behind this page's rows, not always that of a row, and the next page may be empty. Null at
/// the end.
/// </param>
public sealed record RowPage(IReadOnlyList<Row> Rows, TableKey? Next);
