using System.Globalization;
using UserOps.Application.Storage;

namespace UserOps.LocalHost.Storage;

/// <summary>One reading connection. A statement reads from one snapshot, which holds every commit that was answered before it began.</summary>
internal sealed class SqliteReader : IDisposable
{
    /// <summary>A page of large rows ends here, before it fills the memory.</summary>
    private const int PageBytes = 4 * 1024 * 1024;

    /// <summary>Above '~', the highest character of a key.</summary>
    private const string AfterAll = "\u007f";

    private readonly SqliteDatabase _database;
    private readonly SqliteStatement _get;
    private readonly SqliteStatement _range;
    private readonly SqliteStatement _message;

    public SqliteReader(string path)
    {
        _database = new(path, readOnly: true);
        _database.Execute(DatabaseSchema.ReaderPragmas);
        _get = _database.Prepare(
            "select r.etag, ifnull(r.body, b.body) from rows r left join bodies b on b.id = r.body_id where r.pk = ?1 and r.rk = ?2");
        _range = _database.Prepare(
            """
            select r.rk, r.etag, ifnull(r.body, b.body) from rows r left join bodies b on b.id = r.body_id
            where r.pk = ?1 and r.rk >= ?2 and r.rk < ?3 order by r.rk
            """);
        _message = _database.Prepare("select enqueued, tries, recoveries, body from messages where id = ?1");
    }

    public Row? Get(TableKey partition, TableKey key)
    {
        try
        {
            _get.BindText(1, partition.Value);
            _get.BindText(2, key.Value);
            return _get.Step() ? new(partition, key, ETag(_get.Number(0)), RowCodec.Read(_get.Blob(1))) : null;
        }
        finally
        {
            _get.Reset();
        }
    }

    public RowPage Query(RowQuery query)
    {
        try
        {
            _range.BindText(1, query.Partition.Value);
            _range.BindText(2, query.From?.Value ?? "");
            _range.BindText(3, query.To?.Value ?? AfterAll);
            var rows = new List<Row>();
            for (var bytes = 0; _range.Step();)
            {
                TableKey key = _range.Text(0);
                if (rows.Count == query.PageSize || bytes >= PageBytes)
                {
                    return new(rows, key);
                }

                var body = _range.Blob(2);
                bytes += body.Length;
                rows.Add(new(query.Partition, key, ETag(_range.Number(1)), RowCodec.Read(body)));
            }

            return new(rows, null);
        }
        finally
        {
            _range.Reset();
        }
    }

    /// <returns>Null when it has been completed.</returns>
    public StoredMessage? Message(long id)
    {
        try
        {
            _message.Bind(1, id);
            return _message.Step()
                ? new(id, new(_message.Number(0), TimeSpan.Zero), (int)_message.Number(1), (int)_message.Number(2), _message.Blob(3).ToArray())
                : null;
        }
        finally
        {
            _message.Reset();
        }
    }

    public void Dispose() => _database.Dispose();

    private static string ETag(long etag) => etag.ToString(CultureInfo.InvariantCulture);
}
