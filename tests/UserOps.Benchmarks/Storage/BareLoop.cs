using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace UserOps.Benchmarks.Storage;

/// <summary>The yardstick: one thread, Microsoft.Data.Sqlite, prepared commands, the same pragmas, and one transaction for a batch of 100 events.</summary>
internal static class BareLoop
{
    /// <returns>Events a second.</returns>
    public static double Run(string path, StorageLoad load, int batches)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Execute(connection, "pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 10000; pragma cache_size = -65536");
        Execute(connection, "create table rows(id integer primary key, pk text not null, rk text not null, body blob not null, unique(pk, rk))");
        Execute(connection, "create table messages(id integer primary key, body blob not null)");
        using var put = Prepare(connection, "insert into rows(pk, rk, body) values($a, $b, $c) on conflict(pk, rk) do update set body = excluded.body");
        using var add = Prepare(connection, "insert into rows(pk, rk, body) values($a, $b, $c) on conflict do nothing");
        using var enqueue = Prepare(connection, "insert into messages(id, body) values($a, $b)");
        using var complete = Prepare(connection, "delete from messages where id = $a");
        var work = Enumerable.Range(0, batches).Select(_ => load.Batch()).ToArray();

        var watch = Stopwatch.StartNew();
        for (var i = 0; i < batches; i++)
        {
            // In and out are two transactions for anybody who answers before applying.
            using (var transaction = connection.BeginTransaction())
            {
                Run(enqueue, transaction, i, load.Message);
                transaction.Commit();
            }

            using (var transaction = connection.BeginTransaction())
            {
                foreach (var (user, events) in work[i])
                {
                    foreach (var key in events)
                    {
                        Run(add, transaction, user, "d~" + key, Array.Empty<byte>());
                        Run(add, transaction, user, "e~0638712345678901234~" + key, load.Event);
                    }

                    Run(put, transaction, user, "p", load.Profile);
                    Run(put, transaction, $"b~{user[2] % 16:x}{user[3] % 16:x}", "F~" + user, load.Facts);
                }

                Run(complete, transaction, i);
                transaction.Commit();
            }
        }

        return batches * StorageLoad.EventsOfBatch / watch.Elapsed.TotalSeconds;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in new[] { "$a", "$b", "$c" }.Where(sql.Contains))
        {
            command.Parameters.Add(new() { ParameterName = name });
        }

        return command;
    }

    private static void Run(SqliteCommand command, SqliteTransaction transaction, params ReadOnlySpan<object> values)
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        command.ExecuteNonQuery();
    }
}
