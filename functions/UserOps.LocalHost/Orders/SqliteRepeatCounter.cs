using Microsoft.Data.Sqlite;
using UserOps.Application.Orders.Import;

namespace UserOps.LocalHost.Orders;

/// <summary>Counts in a temporary SQLite database: 16 MiB of it in memory, the rest in a file that is gone with the connection or the process.</summary>
public sealed class SqliteRepeatCounter : ICountRepeats
{
    private readonly SqliteConnection _connection = new("Data Source=;Pooling=False");
    private readonly SqliteCommand _next;
    private readonly SqliteParameter _key;
    private readonly byte[] _bytes = new byte[16];

    public SqliteRepeatCounter()
    {
        _connection.Open();
        using var setUp = _connection.CreateCommand();
        setUp.CommandText =
            """
            PRAGMA cache_size = -16384;
            PRAGMA journal_mode = OFF;
            PRAGMA synchronous = OFF;
            CREATE TABLE repeats (key BLOB PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
            BEGIN;
            """;
        setUp.ExecuteNonQuery();
        _next = _connection.CreateCommand();
        _next.CommandText = "INSERT INTO repeats VALUES ($key, 1) ON CONFLICT DO UPDATE SET count = count + 1 RETURNING count";
        _key = _next.Parameters.Add("$key", SqliteType.Blob);
        _key.Value = _bytes;
        _next.Prepare();
    }

    public int Next(UInt128 key)
    {
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(_bytes, key);
        return (int)(long)_next.ExecuteScalar()!;
    }

    public void Dispose()
    {
        _next.Dispose();
        _connection.Dispose();
    }
}
