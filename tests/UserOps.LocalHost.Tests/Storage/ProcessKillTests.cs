using UserOps.LocalHost.Queues;
using UserOps.LocalHost.Storage;

namespace UserOps.LocalHost.Tests.Storage;

public sealed class ProcessKillTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    [Fact]
    public async Task Everything_answered_before_SIGKILL_is_there_and_every_batch_is_whole()
    {
        var random = new Random(20260105);
        var answered = new List<string>();
        for (var life = 0; life < 5; life++)
        {
            using var child = new ChildProcess("write-rows", _temporary.Path, $"life-{life}");
            for (var lines = 20 + random.Next(600); lines > 0; lines--)
            {
                answered.Add(await child.ReadLineAsync() ?? throw new InvalidOperationException("The child ended by itself."));
            }

            answered.AddRange(await child.KillAsync());
            await CheckAsync(answered);
            DatabaseFile.AssertSound(Path.Combine(_temporary.Path, "userops.db"));
        }
    }

    public void Dispose() => _temporary.Dispose();

    private async Task CheckAsync(IReadOnlyList<string> answered)
    {
        using var folder = DataFolder.Open(_temporary.Path);
        using var database = LocalDatabase.Open(folder);
        var store = new SqliteTableStore(database);
        var queue = new SqliteMessageQueue(database, TimeProvider.System);

        var names = answered.Where(line => line.StartsWith("row ", StringComparison.Ordinal)).Select(line => line[4..]).ToArray();
        foreach (var writer in names.GroupBy(name => name[..name.LastIndexOf('-')]))
        {
            var rows = new List<string>();
            for (var page = await store.QueryAsync(new(writer.Key), default); ; page = await store.QueryAsync(new(writer.Key, page.Next), default))
            {
                rows.AddRange(page.Rows.Select(row => row.Key.Value));
                if (page.Next is null)
                {
                    break;
                }
            }

            var expected = writer.SelectMany(name => RowWritingProcess.Batch(name)).Select(change => change.Key.Value);
            Assert.Empty(expected.Except(rows));
            Assert.All(rows.GroupBy(key => key[..key.LastIndexOf('~')]), batch => Assert.Equal(RowWritingProcess.RowsOfBatch, batch.Count()));
        }

        var messages = (await queue.ClaimAsync(int.MaxValue, default)).Select(m => System.Text.Encoding.UTF8.GetString(m.Body)).ToHashSet();
        Assert.Empty(answered.Where(line => line.StartsWith("message ", StringComparison.Ordinal)).Select(line => line[8..]).Except(messages));
    }
}
