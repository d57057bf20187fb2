using System.Text;
using SQLitePCL;

namespace UserOps.LocalHost.Storage;

/// <summary>A prepared statement. Parameters count from 1, columns from 0.</summary>
internal sealed class SqliteStatement(SqliteDatabase database, sqlite3_stmt statement) : IDisposable
{
    public void Bind(int parameter, long value) => raw.sqlite3_bind_int64(statement, parameter, value);

    public void BindText(int parameter, ReadOnlySpan<byte> utf8) => raw.sqlite3_bind_text(statement, parameter, utf8);

    public void BindText(int parameter, string ascii)
    {
        Span<byte> bytes = stackalloc byte[256];
        BindText(parameter, bytes[..Encoding.ASCII.GetBytes(ascii, bytes)]);
    }

    public void BindBlob(int parameter, ReadOnlySpan<byte> bytes) => raw.sqlite3_bind_blob(statement, parameter, bytes);

    public void BindNull(int parameter) => raw.sqlite3_bind_null(statement, parameter);

    /// <returns>Whether there is a row to read.</returns>
    public bool Step()
    {
        var code = raw.sqlite3_step(statement);
        if (code is raw.SQLITE_ROW)
        {
            return true;
        }

        if (code is not raw.SQLITE_DONE)
        {
            // The message has to be read before the reset; the reset has to happen, or the statement stays open.
            try
            {
                database.Check(code);
            }
            finally
            {
                Reset();
            }
        }

        return false;
    }

    /// <summary>Runs a statement that returns no row.</summary>
    public void Run()
    {
        Step();
        Reset();
    }

    public void Reset() => raw.sqlite3_reset(statement);

    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    /// <summary>Valid until the next step or reset.</summary>
    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(statement, column);

    public void Dispose() => statement.Dispose();
}
