using UserOps.Application.Storage;
using UserOps.Functions.Storage;

namespace UserOps.Functions.Tests.Storage;

public sealed class KeyOrderTests
{
    [Fact]
    public void Next_key_is_the_shortest_extension() => Assert.Equal(["a-", "a~-", "--"], new TableKey[] { "a", "a~", "-" }.Select(key => KeyOrder.Next(key)!.Value.Value));

    [Fact]
    public void Key_of_full_length_is_raised_at_its_end()
    {
        Assert.Equal(Full("aa."), NextOf(Full("aa-")));
        Assert.Equal(Full("aab"), NextOf(Full("aaa")));
        Assert.Equal(Full("a_"), NextOf(Full("aZ")));
        Assert.Equal(Full("a0"), NextOf(Full("a.")));
        Assert.Equal(Full("ab~~")[..^3] + "c", NextOf(Full("ab~~")));
        Assert.Null(KeyOrder.Next(new string('~', 256)));

        static string Full(string end) => new string('k', 256 - end.Length) + end;
    }

    /// <summary>Over keys of the fewest and the most characters, where something could get between.</summary>
    [Fact]
    public void No_key_lies_between_a_key_and_its_next()
    {
        const string characters = "-.0A_a~";
        var stem = new string('k', 253);
        var keys = characters.SelectMany(a => characters.SelectMany(b => characters.Select(c => $"{a}{b}{c}")))
            .SelectMany(text => Enumerable.Range(1, 3).SelectMany(length => new[] { text[..length], stem + text[..length] }))
            .Distinct().Select(text => new TableKey(text)).Order().ToArray();
        foreach (var key in keys)
        {
            var next = KeyOrder.Next(key)!.Value;
            Assert.True(key.CompareTo(next) < 0);
            Assert.DoesNotContain(keys, other => key.CompareTo(other) < 0 && other.CompareTo(next) < 0);
        }
    }

    private static string? NextOf(string key) => KeyOrder.Next(key)?.Value;
}
