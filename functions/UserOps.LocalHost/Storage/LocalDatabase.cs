namespace UserOps.LocalHost.Storage;

/// <summary>The one SQLite file that holds tables and queue. Disposing writes what still waits, folds the write-ahead log back and closes.</summary>
public sealed class LocalDatabase : IDisposable
{
    private readonly SqliteDatabase _database;
    private bool _closed;

    private LocalDatabase(string path)
    {
        _database = new(path, readOnly: false);
        var opened = DatabaseSchema.Prepare(_database);
        TableWrites = new(_database, opened);
        MessageWrites = new(_database);
        Writer = new(_database);
        Readers = new(path);
        Writer.Start();
    }

    /// <summary>Transactions committed since opening.</summary>
    public long Transactions => Writer.Transactions;

    /// <summary>Commits and queue operations that shared them.</summary>
    public long Commits => Writer.Jobs;

    internal SqliteWriter Writer { get; }

    internal SqliteReaders Readers { get; }

    internal TableWrites TableWrites { get; }

    internal MessageWrites MessageWrites { get; }

    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">The file is none of SQLite's or cannot be written.</exception>
    /// <exception cref="InvalidDataException">It was written by a later version of the program.</exception>
    public static LocalDatabase Open(DataFolder folder) => new(folder.Database);

    /// <summary>For a job that needs a statement of its own; on the writer's thread only.</summary>
    internal void Execute(string sql) => _database.Execute(sql);

    public void Dispose()
    {
        if (_closed)
        {
            return;
        }

        _closed = true;
        Writer.Dispose();
        Readers.Dispose();
        _database.Execute("pragma wal_checkpoint(truncate)");
        _database.Dispose();
    }
}
