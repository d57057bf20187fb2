using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace UserOps.Application.Orders.Import;

/// <summary>Reads a delimited file row by row: UTF-8, or what its byte order mark says; comma, semicolon or tab, whichever the first line has most of.</summary>
public sealed class CsvRows : IDisposable
{
    /// <summary>A longer cell is a quotation mark that is never closed, which would draw the rest of the file into one row.</summary>
    private const int MaxCell = 256 * 1024;

    private readonly CsvParser _parser;
    private bool _broken;

    public CsvRows(Stream file)
    {
        var reader = new StreamReader(file, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024);
        _parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true,
            GetDelimiter = args => Delimiter(args.Text),
            IgnoreBlankLines = false,
            MaxFieldSize = MaxCell,
            BufferSize = 64 * 1024,
            BadDataFound = _ => _broken = true,
        });
    }

    /// <summary>Known once the first row is read.</summary>
    public string Separator => _parser.Delimiter;

    /// <summary>Line on which the row read last starts, from 1.</summary>
    public long Line { get; private set; }

    /// <returns>Null at the end.</returns>
    /// <exception cref="MaxFieldSizeException">A cell is longer than 256 Ki characters.</exception>
    public CsvRow? Next()
    {
        Line = _parser.RawRow + 1;
        _broken = false;
        return _parser.Read() ? new CsvRow(Line, _parser.Record!, _broken) : null;
    }

    public void Dispose() => _parser.Dispose();

    private static string Delimiter(string text)
    {
        Span<int> counts = stackalloc int[3];
        const string candidates = ",;\t";
        var quoted = false;
        foreach (var c in text)
        {
            if (c is '\r' or '\n' && !quoted)
            {
                break;
            }

            quoted ^= c == '"';
            if (!quoted && candidates.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at)
            {
                counts[at]++;
            }
        }

        var best = counts[1] > counts[0] ? 1 : 0;
        return candidates[counts[2] > counts[best] ? 2 : best].ToString();
    }
}
