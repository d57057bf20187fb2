using Microsoft.Data.Sqlite;
using UserOps.Application.Orders.Import;

namespace UserOps.LocalHost.Orders;

/// <summary>Sorts in a temporary SQLite database: a few megabytes of it in memory, the rest in files that are gone with the connection or the process.</summary>
public sealed class SqliteRowSorter : ISortRows
{
    private readonly SqliteConnection _connection = new("Data Source=;Pooling=False");
    private readonly SqliteCommand _add;

    public SqliteRowSorter()
    {
        _connection.Open();
        using var setUp = _connection.CreateCommand();
        setUp.CommandText =
            """
            PRAGMA cache_size = -8192;
            PRAGMA journal_mode = OFF;
            PRAGMA synchronous = OFF;
            CREATE TABLE orders (seq INTEGER PRIMARY KEY, key BLOB NOT NULL, row BLOB NOT NULL);
            BEGIN;
            """;
        setUp.ExecuteNonQuery();
        _add = _connection.CreateCommand();
        _add.CommandText = "INSERT INTO orders (key, row) VALUES ($key, $row)";
        _add.Parameters.Add("$key", SqliteType.Blob);
        _add.Parameters.Add("$row", SqliteType.Blob);
        _add.Prepare();
    }

    public void Add(ReadOnlySpan<byte> key, ReadOnlySpan<byte> row)
    {
        _add.Parameters[0].Value = key.ToArray();
        _add.Parameters[1].Value = row.ToArray();
        _add.ExecuteNonQuery();
    }

    public IEnumerable<byte[]> InOrder()
    {
        using var select = _connection.CreateCommand();
        select.CommandText = "SELECT row FROM orders ORDER BY key, seq";
        using var reader = select.ExecuteReader();
        while (reader.Read())
        {
            yield return (byte[])reader[0];
        }
    }

    public void Dispose()
    {
        _add.Dispose();
        _connection.Dispose();
    }
}
