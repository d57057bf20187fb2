using System.Diagnostics;
using Microsoft.Data.Sqlite;
using UserOps.Domain;
using UserOps.LocalHost.Storage;

namespace UserOps.Benchmarks.Events;

/// <summary>
/// The writes that the design asks for and nothing else: a message in, then in a second transaction the message out and, per event, marker and event, per user
/// and batch a profile and a projection. Same pragmas, same sizes, and as many batches to a transaction as the host has requests in flight.
/// </summary>
public static class BareLoop
{
    private const int ProfileBytes = 420;
    private const int ProjectionBytes = 40;
    private const int MarkerBytes = 20;

    public static TimeSpan Run(string path, int batches, int users, int together, int eventBytes)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        Execute(connection, DatabaseSchema.WriterPragmas);
        Execute(connection, """
            create table rows(pk text not null, rk text not null, etag integer not null, body blob, primary key(pk, rk)) without rowid;
            create table messages(id integer primary key, body blob not null);
            """);
        using var put = Prepare(connection, "insert into rows values($pk, $rk, $etag, $body) on conflict do update set etag = excluded.etag, body = excluded.body", "$pk", "$rk", "$etag", "$body");
        using var enqueue = Prepare(connection, "insert into messages(id, body) values($id, $body)", "$id", "$body");
        using var complete = Prepare(connection, "delete from messages where id = $id", "$id");
        byte[] said = Noise(eventBytes), marker = Noise(MarkerBytes), profile = Noise(ProfileBytes), projection = Noise(ProjectionBytes);
        var message = Noise(eventBytes * IntakeLoad.BatchEvents);
        string[] keys = [.. Enumerable.Range(0, users).Select(i => "u~" + HashText.Of("user", $"{i}"))];
        var watch = Stopwatch.StartNew();
        for (var first = 0; first < batches; first += together)
        {
            var last = Math.Min(batches, first + together);
            InTransaction(connection, first, last, batch => Run(enqueue, batch, message));
            InTransaction(connection, first, last, batch =>
            {
                Run(complete, batch);
                for (var i = 0; i < IntakeLoad.BatchEvents; i++)
                {
                    var key = keys[(((long)batch * IntakeLoad.BatchUsers) + (i % IntakeLoad.BatchUsers)) * 7_919 % users];
                    var id = HashText.Of("event", $"{batch}-{i}");
                    Run(put, key, "d~" + id, 1, marker);
                    Run(put, key, $"e~{638_000_000_000_000_000 + batch:D19}~{id}", 1, said);
                    if (i < IntakeLoad.BatchUsers)
                    {
                        Run(put, key, "p", batch, profile);
                        Run(put, "b~" + key[2..4], "F~" + key, batch, projection);
                    }
                }
            });
        }

        return watch.Elapsed;
    }

    private static void InTransaction(SqliteConnection connection, int first, int last, Action<int> write)
    {
        Execute(connection, "begin immediate");
        for (var batch = first; batch < last; batch++)
        {
            write(batch);
        }

        Execute(connection, "commit");
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string sql, params string[] parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var name in parameters)
        {
            command.Parameters.Add(new SqliteParameter(name, null));
        }

        command.Prepare();
        return command;
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        command.ExecuteNonQuery();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this file and of the schema.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        return bytes;
    }
}
