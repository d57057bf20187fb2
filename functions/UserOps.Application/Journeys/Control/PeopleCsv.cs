using CsvHelper;
using UserOps.Application.Orders.Import;

namespace UserOps.Application.Journeys.Control;

/// <summary>Reads people from a file with a header: by a column <c>user</c> (an id, or <c>customer:shop:7</c> and the like) or else <c>email</c>; other columns are left alone.</summary>
public static class PeopleCsv
{
    private const string User = "user";
    private const string Email = "email";

    /// <returns>As <see cref="FindPeople"/> takes them; null: the file has no such column.</returns>
    public static IReadOnlyList<(string At, string? Name, string? Why)>? Read(ReadOnlyMemory<byte> file)
    {
        using var stream = new MemoryStream(file.ToArray(), writable: false);
        using var rows = new CsvRows(stream);
        var people = new List<(string At, string? Name, string? Why)>();
        try
        {
            string[] header = [.. (rows.Next()?.Cells ?? []).Select(cell => cell.Trim().ToLowerInvariant())];
            var column = Array.IndexOf(header, User) is >= 0 and var at ? at : Array.IndexOf(header, Email);
            if (column < 0)
            {
                return null;
            }

            while (rows.Next() is { } row)
            {
                if (!row.IsBlank)
                {
                    people.Add(Of(row, column, header[column]));
                }
            }
        }
        catch (MaxFieldSizeException)
        {
            people.Add(($"line {rows.Line}", null, "A cell that does not end: most likely a quotation mark that is never closed; nothing after this line could be read."));
        }

        return people;
    }

    private static (string At, string? Name, string? Why) Of(CsvRow row, int column, string name)
    {
        var at = $"line {row.Line}";
        return row.Broken ? (at, null, "A quotation mark inside a cell, or one that is never closed.")
            : column >= row.Cells.Length || string.IsNullOrWhiteSpace(row.Cells[column]) ? (at, null, $"There is nothing in the column '{name}'.")
            : (at, name == Email ? $"email:{row.Cells[column].Trim()}" : row.Cells[column].Trim(), null);
    }
}
