namespace UserOps.Application.Orders.Import;

/// <param name="Line">Line of the file on which it starts, from 1.</param>
/// <param name="Broken">A quotation mark stands where none may.</param>
public readonly record struct CsvRow(long Line, string[] Cells, bool Broken)
{
    public bool IsBlank => Array.TrueForAll(Cells, string.IsNullOrWhiteSpace);
}
