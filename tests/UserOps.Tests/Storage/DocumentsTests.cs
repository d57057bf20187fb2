using System.Text.Json.Serialization;
using UserOps.Application.Storage;

namespace UserOps.Tests.Storage;

public sealed partial class DocumentsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_024)]
    [InlineData(1_025)]
    [InlineData(61_439)]
    [InlineData(61_440)]
    [InlineData(61_441)]
    [InlineData(900_000)]
    public void Bytes_that_do_not_compress_come_back_as_they_went_in(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);

        var properties = Documents.WriteBytes(bytes, "Noise", 1);

        Assert.Equal(bytes, Documents.ReadBytes(Stored(properties)));
        Assert.All(properties.Where(p => p.Value is byte[]), p => Assert.InRange(((byte[])p.Value).Length, 1, 60 * 1024));
    }

    [Fact]
    public void Document_comes_back_equal_with_its_version_and_the_properties_beside_it()
    {
        var note = new Note("重要价值 \"quoted\" \\ 😀", [1, 2, 3]);

        var row = Stored(Documents.Write(note, NoteJson.Default.Note, 7, new Property("rev", 42L)));

        var read = Documents.Read(row, NoteJson.Default.Note);
        Assert.Equal(note.Text, read.Text);
        Assert.Equal(note.Numbers, read.Numbers);
        Assert.Equal(7, Documents.Version(row));
        Assert.Equal(42, row.Properties.Number("rev"));
    }

    [Fact]
    public void Long_repetitive_document_takes_far_fewer_bytes_than_its_text()
    {
        var note = new Note(string.Concat(Enumerable.Repeat("Order Completed, ", 20_000)), []);

        var row = Stored(Documents.Write(note, NoteJson.Default.Note, 1));

        Assert.InRange(row.Properties.Bytes("b0").Length, 1, 20_000);
        Assert.Null(row.Properties.Find("b1"));
        Assert.Equal(note.Text, Documents.Read(row, NoteJson.Default.Note).Text);
    }

    [Fact]
    public void Largest_document_fits_a_row_and_one_byte_more_is_refused_by_name()
    {
        var bytes = new byte[Documents.MaxStoredBytes];
        new Random(1).NextBytes(bytes);

        var largest = Documents.WriteBytes(bytes.AsSpan(1), "Profile", 1);
        TableLimits.Check([new Change.Upsert(largest) { Key = "p" }]);
        var refused = Assert.Throws<DocumentTooLargeException>(() => Documents.WriteBytes(bytes, "Profile", 1));

        Assert.Contains("Profile", refused.Message, StringComparison.Ordinal);
        Assert.Contains("921601", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_document_is_refused_rather_than_read_half()
    {
        var row = Stored(Documents.WriteBytes(new byte[5_000], "Zeroes", 1));
        var bytes = row.Properties.Bytes("b0");

        Assert.Throws<InvalidDataException>(() => Documents.ReadBytes(Stored(Properties.Of("b0", bytes[..^1]))));
        Assert.Throws<InvalidDataException>(() => Documents.ReadBytes(Stored(Properties.Of("b0", new byte[] { 9, 1 }))));
        Assert.Throws<InvalidDataException>(() => Documents.ReadBytes(Stored(Properties.None)));
    }

    private static Row Stored(Properties properties) => new("u", "p", "1", properties);

    internal sealed record Note(string Text, int[] Numbers);

    [JsonSerializable(typeof(Note))]
    internal sealed partial class NoteJson : JsonSerializerContext;
}
