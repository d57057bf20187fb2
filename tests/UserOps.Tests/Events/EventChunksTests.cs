using UserOps.Application.Events;
using UserOps.Application.Storage;

namespace UserOps.Tests.Events;

public sealed class EventChunksTests
{
    [Fact]
    public async Task The_fullest_chunk_of_the_fullest_user_fits_a_batch_even_if_nothing_compresses()
    {
        var changes = await LargestChunk.CommitAsync();

        TableLimits.Check(changes);
        Assert.InRange(changes.Count, EventChunks.MaxEvents * 3, TableLimits.BatchChanges);
        Assert.InRange(changes.Sum(Base64Bytes), TableLimits.BatchBytes / 2, TableLimits.BatchBytes);
    }

    [Fact]
    public void Events_are_cut_by_number_and_by_bytes_and_keep_their_order()
    {
        var events = Enumerable.Range(0, 100).Select(i => new IncomingEvent(Said.Track($"k{i}", Said.User("ann"), i), new byte[i < 50 ? 10 : 100_000])).ToArray();

        var chunks = EventChunks.Of(events).ToArray();

        Assert.Equal(events, chunks.SelectMany(chunk => chunk));
        Assert.Equal([24, 24, 12], chunks.Take(3).Select(chunk => chunk.Count));
        Assert.All(chunks, chunk => Assert.InRange(chunk.Sum(said => said.Json.Length), 1, 1024 * 1024));
        Assert.Single(Assert.Single(EventChunks.Of([events[0] with { Json = new byte[2_000_000] }])));
    }

    private static long Base64Bytes(Change change) => change switch
    {
        Change.Insert insert => Base64Bytes(insert.Properties),
        Change.Replace replace => Base64Bytes(replace.Properties),
        Change.Upsert upsert => Base64Bytes(upsert.Properties),
        _ => 0,
    };

    private static long Base64Bytes(Properties properties) => properties.Sum(property => property.Value is byte[] bytes ? bytes.Length * 4L / 3 : 0);
}
