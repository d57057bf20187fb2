namespace UserOps.LocalHost.Storage;

/// <summary>The writer's statements on messages. Used on its thread only.</summary>
internal sealed class MessageWrites
{
    private readonly SqliteStatement _insert;
    private readonly SqliteStatement _delete;
    private readonly SqliteStatement _retry;
    private readonly SqliteStatement _recover;

    public MessageWrites(SqliteDatabase database)
    {
        _insert = database.Prepare("insert into messages(id, due, enqueued, tries, recoveries, body) values(?1, ?2, ?3, 0, 0, ?4)");
        _delete = database.Prepare("delete from messages where id = ?1");
        _retry = database.Prepare("update messages set tries = tries + 1, due = ?2 where id = ?1");
        _recover = database.Prepare("update messages set recoveries = recoveries + 1 where id = ?1");
        Left = Load(database);
    }

    /// <summary>Ids and due instants that an earlier process left.</summary>
    public IReadOnlyList<(long Id, DateTimeOffset Due)> Left { get; }

    public void Insert(long id, DateTimeOffset due, DateTimeOffset now, ReadOnlySpan<byte> body)
    {
        _insert.Bind(1, id);
        _insert.Bind(2, due.UtcTicks);
        _insert.Bind(3, now.UtcTicks);
        _insert.BindBlob(4, body);
        _insert.Run();
    }

    public void Delete(long id)
    {
        _delete.Bind(1, id);
        _delete.Run();
    }

    public void Retry(long id, DateTimeOffset due)
    {
        _retry.Bind(1, id);
        _retry.Bind(2, due.UtcTicks);
        _retry.Run();
    }

    public void Recover(long id)
    {
        _recover.Bind(1, id);
        _recover.Run();
    }

    private static List<(long Id, DateTimeOffset Due)> Load(SqliteDatabase database)
    {
        using var statement = database.Prepare("select id, due from messages order by id");
        var left = new List<(long Id, DateTimeOffset Due)>();
        while (statement.Step())
        {
            left.Add((statement.Number(0), new(statement.Number(1), TimeSpan.Zero)));
        }

        return left;
    }
}
