using UserOps.Application.Segments.Audiences;
using UserOps.Domain.Segments;

namespace UserOps.Tests.Segments.Members;

public sealed class PassageOrderTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Who was sent, and what is true at the end of it.</summary>
    public static TheoryData<string, bool> Stories => new()
    {
        { "+0 -0 +0", true },
        { "+0 -0 +0 -0", false },
        { "+0 -0 +0 -1", false },
        { "+0 -1 +1 -1 +1", true },
        { "+0 -1 +2 -3", false },
        { "+0 -0 +0 -2 +2", true },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public void Passages_told_in_any_order_and_twice_say_the_same_in_the_end(string story, bool inside)
    {
        var passages = Told(story);
        foreach (var order in Orders(passages))
        {
            var member = order.Concat(order.Take(1)).Aggregate(default(AudienceMember), (before, passage) => AudienceMember.After(before, "u", passage))!;
            Assert.Equal(inside, member.In);
            Assert.Equal(inside, member.Last.Until is null);
            Assert.Equal(passages.Select(passage => passage.Spell.Since).Distinct(), member.Spells.Select(spell => spell.Since));
            Assert.Equal(passages[^1].Spell, member.Last);
        }
    }

    [Fact]
    public void Whoever_was_taken_out_for_good_is_not_brought_back_by_a_writer_who_was_overtaken()
    {
        var gone = AudienceMember.After(null, "u", new("ulm", new(Noon, 1, Noon.AddHours(1)), long.MaxValue));

        var member = AudienceMember.After(gone, "u", new("ulm", new(Noon.AddMinutes(30), 1), 7));

        Assert.False(member.In);
        Assert.All(member.Spells, spell => Assert.NotNull(spell.Until));
    }

    private static SegmentPassage[] Told(string story)
    {
        var since = Noon;
        return [.. story.Split(' ').Select((word, rev) =>
        {
            var at = Noon.AddHours(word[1] - '0');
            since = word[0] == '+' ? at : since;
            return new SegmentPassage("ulm", new(since, 1, word[0] == '+' ? null : at, word[0] == '+' ? null : 1), rev + 1);
        })];
    }

    private static IEnumerable<SegmentPassage[]> Orders(SegmentPassage[] passages) =>
        passages.Length < 2 ? [passages] : passages.SelectMany((first, i) => Orders([.. passages[..i], .. passages[(i + 1)..]]).Select(rest => (SegmentPassage[])[first, .. rest]));
}
