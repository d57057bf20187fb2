namespace UserOps.LocalHost.Storage;

/// <summary>The writer's statements on rows. Used on its thread only.</summary>
internal sealed class TableWrites
{
    private readonly SqliteDatabase _database;
    private readonly SqliteStatement _find;
    private readonly SqliteStatement _insert;
    private readonly SqliteStatement _update;
    private readonly SqliteStatement _delete;
    private readonly SqliteStatement _insertBody;
    private readonly SqliteStatement _updateBody;
    private readonly SqliteStatement _deleteBody;
    private long _lastBody;
    private long _lastETag;

    /// <param name="opened">How often the file was opened: every opening has ETags of its own, so that none comes twice.</param>
    public TableWrites(SqliteDatabase database, long opened)
    {
        _database = database;
        _find = database.Prepare("select etag, body_id from rows where pk = ?1 and rk = ?2");
        _insert = database.Prepare("insert into rows(pk, rk, etag, body_id, body) values(?1, ?2, ?3, ?4, ?5) on conflict do nothing");
        _update = database.Prepare("update rows set etag = ?3, body_id = ?4, body = ?5 where pk = ?1 and rk = ?2");
        _delete = database.Prepare("delete from rows where pk = ?1 and rk = ?2");
        _insertBody = database.Prepare("insert into bodies(id, body) values(?1, ?2)");
        _updateBody = database.Prepare("update bodies set body = ?2 where id = ?1");
        _deleteBody = database.Prepare("delete from bodies where id = ?1");
        _lastBody = database.Number("select ifnull(max(id), 0) from bodies");
        _lastETag = opened << 36;
    }

    public StoredRow Find(ReadOnlySpan<byte> partition, ReadOnlySpan<byte> key)
    {
        _find.BindText(1, partition);
        _find.BindText(2, key);
        var found = _find.Step() ? new StoredRow(_find.Number(0), _find.Number(1)) : default;
        _find.Reset();
        return found;
    }

    /// <summary>Writes a row unless there is one, at the cost of one look at the key.</summary>
    /// <returns>The row as it now is; without an ETag when there was one already.</returns>
    public StoredRow Insert(ReadOnlySpan<byte> partition, ReadOnlySpan<byte> key, ReadOnlySpan<byte> body)
    {
        var isLong = body.Length > DatabaseSchema.ShortBody;
        var row = new StoredRow(++_lastETag, isLong ? _lastBody + 1 : 0);
        PutRow(_insert, partition, key, row, body);
        if (_database.Changes == 0)
        {
            return default;
        }

        if (isLong)
        {
            PutBody(_insertBody, ++_lastBody, body);
        }

        return row;
    }

    /// <param name="old">What stands there now.</param>
    /// <returns>The row as it now is.</returns>
    public StoredRow Update(ReadOnlySpan<byte> partition, ReadOnlySpan<byte> key, StoredRow old, ReadOnlySpan<byte> body)
    {
        var bodyId = old.BodyId;
        if (body.Length <= DatabaseSchema.ShortBody)
        {
            DeleteBody(bodyId);
            bodyId = 0;
        }
        else if (bodyId != 0)
        {
            PutBody(_updateBody, bodyId, body);
        }
        else
        {
            PutBody(_insertBody, bodyId = ++_lastBody, body);
        }

        var row = new StoredRow(++_lastETag, bodyId);
        PutRow(_update, partition, key, row, body);
        return row;
    }

    public void Delete(ReadOnlySpan<byte> partition, ReadOnlySpan<byte> key, StoredRow old)
    {
        DeleteBody(old.BodyId);
        _delete.BindText(1, partition);
        _delete.BindText(2, key);
        _delete.Run();
    }

    private static void PutRow(
        SqliteStatement statement, ReadOnlySpan<byte> partition, ReadOnlySpan<byte> key, StoredRow row, ReadOnlySpan<byte> body)
    {
        statement.BindText(1, partition);
        statement.BindText(2, key);
        statement.Bind(3, row.ETag!.Value);
        if (row.BodyId == 0)
        {
            statement.BindNull(4);
            statement.BindBlob(5, body);
        }
        else
        {
            statement.Bind(4, row.BodyId);
            statement.BindNull(5);
        }

        statement.Run();
    }

    private static void PutBody(SqliteStatement statement, long id, ReadOnlySpan<byte> body)
    {
        statement.Bind(1, id);
        statement.BindBlob(2, body);
        statement.Run();
    }

    private void DeleteBody(long bodyId)
    {
        if (bodyId != 0)
        {
            _deleteBody.Bind(1, bodyId);
            _deleteBody.Run();
        }
    }
}
