using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace UserOps.LocalHost.Storage;

/// <summary>
/// One connection, used by one thread at a time, over the library that Microsoft.Data.Sqlite itself stands on: rows are bound from and read into spans, so the
/// writer thread allocates nothing.
/// </summary>
internal sealed class SqliteDatabase : IDisposable
{
    private readonly sqlite3 _handle;
    private readonly List<SqliteStatement> _statements = [];

    static SqliteDatabase() => Batteries_V2.Init();

    public SqliteDatabase(string path, bool readOnly)
    {
        var access = readOnly ? raw.SQLITE_OPEN_READONLY : raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE;
        var code = raw.sqlite3_open_v2(path, out _handle, access | raw.SQLITE_OPEN_NOMUTEX, null);
        if (code != raw.SQLITE_OK)
        {
            _handle.Dispose();
            throw new SqliteException($"{path} does not open: {raw.sqlite3_errstr(code).utf8_to_string()}.", code);
        }

        raw.sqlite3_busy_timeout(_handle, 5_000);
    }

    /// <summary>Rows that the last statement inserted, updated or deleted.</summary>
    public int Changes => raw.sqlite3_changes(_handle);

    /// <summary>False once SQLite has rolled a transaction back on its own, as it does after some failures.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    public void Execute(string sql) => Check(raw.sqlite3_exec(_handle, sql));

    /// <summary>The first column of a statement's only row.</summary>
    public long Number(string sql)
    {
        using var statement = Prepare(sql);
        statement.Step();
        return statement.Number(0);
    }

    /// <summary>Lives as long as the connection.</summary>
    public SqliteStatement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v3(_handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement));
        var prepared = new SqliteStatement(this, statement);
        _statements.Add(prepared);
        return prepared;
    }

    /// <exception cref="SqliteException">The code is an error.</exception>
    public void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            throw new SqliteException(
                $"SQLite error {code}: {raw.sqlite3_errmsg(_handle).utf8_to_string()}.", code & 0xff, raw.sqlite3_extended_errcode(_handle));
        }
    }

    public void Dispose()
    {
        _statements.ForEach(statement => statement.Dispose());
        _handle.Dispose();
    }
}
