using UserOps.Application.Storage;

namespace UserOps.Tests.Storage;

public abstract partial class TableStoreContract
{
    public static TheoryData<string> Texts =>
    [
        "", " ", "plain", "it's \"quoted\"", "\\ / # ? %", "%20%2F", "'; drop table rows; --", "line\r\nbreak\tand tab", "重要价值客户", "👩‍👩‍👧 😀", "é ≠ é",
        "<a href=\"x\">&amp;</a>", new('x', 32_768), new('界', 32_768),
    ];

    [ContractTheory]
    [MemberData(nameof(Texts))]
    public async Task Text_comes_back_exactly(string text)
    {
        await CommitAsync(Insert("a", Properties.Of(new("text", text), new("bytes", System.Text.Encoding.UTF8.GetBytes(text)[..Math.Min(64, text.Length)]))));

        var read = (await Store.GetAsync(_partition, "a", default))!.Properties;

        Assert.Equal(text, read.Text("text"));
        Assert.Equal(System.Text.Encoding.UTF8.GetBytes(text)[..Math.Min(64, text.Length)], read.Bytes("bytes"));
    }

    [ContractFact]
    public async Task Values_of_every_type_come_back_exactly_in_order_with_their_names()
    {
        var everyByte = Enumerable.Range(0, 256).Select(i => (byte)i).ToArray();
        Property[] written =
        [
            new("zero", 0L), new("minusOne", -1L), new("lowest", long.MinValue), new("highest", long.MaxValue),
            new("tenth", 0.1), new("small", double.Epsilon), new("large", double.MaxValue), new("third", -1.0 / 3),
            new("whole", 3.0), new("wholeAndLarge", 1e15), new("nought", 0.0),
            new("yes", true), new("no", false),
            new("instant", new DateTimeOffset(2026, 2, 28, 23, 59, 59, TimeSpan.Zero).AddTicks(1_234_567)),
            new("old", new DateTimeOffset(1970, 1, 1, 0, 0, 0, TimeSpan.Zero)),
            new("first", new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero)), new("last", DateTimeOffset.MaxValue),
            new("empty", Array.Empty<byte>()), new("everyByte", everyByte), new("full", new byte[64 * 1024]),
            new("a_Name_9", "x"),
        ];

        await CommitAsync(Insert("a", Properties.Of(written)));
        var read = (await Store.GetAsync(_partition, "a", default))!.Properties;

        Assert.Equal(written.Length, read.Count);
        Assert.All(written, property => Assert.Equal(property.Value, read.Find(property.Name)));
        Assert.All(written, property => Assert.IsType(property.Value.GetType(), read.Find(property.Name)));
        Assert.Equal(1_234_567, read.Instant("instant").Ticks % TimeSpan.TicksPerSecond);
        Assert.Null(read.Find("A_Name_9"));
    }

    [ContractFact]
    public async Task Instant_of_another_offset_comes_back_as_the_same_instant_in_UTC()
    {
        var instant = new DateTimeOffset(2026, 1, 5, 9, 30, 0, TimeSpan.FromHours(8));

        await CommitAsync(Insert("a", Properties.Of("at", instant)));
        var read = (await Store.GetAsync(_partition, "a", default))!.Properties.Instant("at");

        Assert.Equal(instant, read);
        Assert.Equal(TimeSpan.Zero, read.Offset);
    }

    [ContractFact]
    public async Task Row_without_properties_is_a_row()
    {
        await CommitAsync(Insert("a", Properties.None));

        Assert.Empty((await Store.GetAsync(_partition, "a", default))!.Properties);
    }

    [ContractFact]
    public async Task Bytes_changed_after_the_commit_do_not_change_the_row()
    {
        var bytes = new byte[] { 1, 2, 3 };
        await CommitAsync(Insert("a", Properties.Of("bytes", bytes)));
        bytes[0] = 9;
        (await Store.GetAsync(_partition, "a", default))!.Properties.Bytes("bytes")[1] = 9;

        Assert.Equal([1, 2, 3], (await Store.GetAsync(_partition, "a", default))!.Properties.Bytes("bytes"));
    }

    [ContractFact]
    public async Task Large_rows_come_back_whole_one_by_one_and_in_pages()
    {
        var chunks = Enumerable.Range(0, 15).Select(i =>
        {
            var bytes = new byte[60 * 1024];
            new Random(i).NextBytes(bytes);
            return new Property($"b{i}", bytes);
        }).ToArray();
        for (var i = 0; i < 8; i++)
        {
            await CommitAsync(Insert($"row-{i}", Properties.Of(chunks)));
        }

        var rows = await AllAsync(new(_partition));

        Assert.Equal(8, rows.Count);
        Assert.All(rows, row => Assert.All(chunks, chunk => Assert.Equal((byte[])chunk.Value, row.Properties.Bytes(chunk.Name))));
    }
}
