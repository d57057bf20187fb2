using UserOps.Application.Storage;
using UserOps.LocalHost.Queues;
using UserOps.LocalHost.Storage;

namespace UserOps.LocalHost.Tests.Storage;

/// <summary>Runs until it is killed: commits rows and messages from several tasks at once and prints the name of each commit after its answer.</summary>
internal static class RowWritingProcess
{
    public const int RowsOfBatch = 5;
    private const int Writers = 8;

    public static async Task<int> RunAsync(string path, string life)
    {
        using var folder = DataFolder.Open(path);
        using var database = LocalDatabase.Open(folder);
        var store = new SqliteTableStore(database);
        var queue = new SqliteMessageQueue(database, TimeProvider.System);
        Console.WriteLine("open");
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(store, queue, $"{life}-{writer}"))));
        return 0;
    }

    /// <summary>Some bodies beside their key, some apart.</summary>
    public static Change[] Batch(string name) =>
    [
        .. Enumerable.Range(0, RowsOfBatch).Select(i => new Change.Insert(Properties.Of("text", string.Concat(Enumerable.Repeat(name, 1 + (i * 30)))))
        {
            Key = $"{name}~{i}",
        }),
    ];

    public static byte[] Message(string name) => System.Text.Encoding.UTF8.GetBytes(name);

    private static async Task WriteAsync(SqliteTableStore store, SqliteMessageQueue queue, string writer)
    {
        for (var i = 0; ; i++)
        {
            var name = $"{writer}-{i}";
            await store.CommitAsync(writer, Batch(name), default);
            Console.WriteLine($"row {name}");
            await queue.EnqueueAsync([new(Message(name))], default);
            Console.WriteLine($"message {name}");
        }
    }
}
