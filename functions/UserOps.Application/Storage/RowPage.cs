namespace UserOps.Application.Storage;

/// <param name="Next">Where the next page starts (hand it to <see cref="RowQuery.From"/>); null at the end.</param>
public sealed record RowPage(IReadOnlyList<Row> Rows, TableKey? Next);
