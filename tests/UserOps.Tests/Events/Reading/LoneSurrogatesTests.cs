using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using UserOps.Application.Events.Reading;

namespace UserOps.Tests.Events.Reading;

public sealed class LoneSurrogatesTests
{
    [Theory]
    [InlineData(@"\ud83d", @"\ufffd")]
    [InlineData(@"\uDE00", @"\ufffd")]
    [InlineData(@"\ud83d\ude00", @"\ud83d\ude00")]
    [InlineData(@"\ud83d\ud83d\ude00", @"\ufffd\ud83d\ude00")]
    [InlineData(@"\ude00\ud83d", @"\ufffd\ufffd")]
    [InlineData(@"\\ud83d", @"\\ud83d")]
    [InlineData(@"\\\ud83d", @"\\\ufffd")]
    [InlineData(@"\ud83dx", @"\ufffdx")]
    [InlineData(@"\n\u0041\t", @"\n\u0041\t")]
    [InlineData(@"\ud83", @"\ud83")]
    [InlineData(@"\", @"\")]
    [InlineData("", "")]
    public void Only_lone_ones_are_replaced(string text, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(text);

        LoneSurrogates.Replace(bytes);

        Assert.Equal(expected, Encoding.UTF8.GetString(bytes));
    }

    [Fact]
    public void Any_text_of_escapes_can_be_read_afterwards_and_good_ones_are_left_alone()
    {
        var piece = Gen.Elements(@"\ud83d", @"\ude00", @"\\", @"\u0041", "x", "é", @"\n", @"\uD800", @"\uDFFF");
        Prop.ForAll(Gen.ListOf(piece).Select(pieces => string.Concat(pieces)).ToArbitrary(), text =>
        {
            var bytes = Encoding.UTF8.GetBytes($"\"{text}\"");
            LoneSurrogates.Replace(bytes);
            var once = (byte[])bytes.Clone();
            LoneSurrogates.Replace(bytes);

            Assert.NotNull(JsonDocument.Parse(bytes).RootElement.GetString());
            Assert.Equal(once, bytes);
        }).QuickCheckThrowOnFailure();
    }
}
