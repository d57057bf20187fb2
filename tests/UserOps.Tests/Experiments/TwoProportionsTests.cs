using UserOps.Domain.Experiments;

namespace UserOps.Tests.Experiments;

public sealed class TwoProportionsTests
{
    [Fact]
    public void The_test_and_the_interval_are_those_of_other_programs()
    {
        var compared = TwoProportions.Of(5, 83, 12, 99)!;

        Assert.Equal(-1.4078304, compared.Z!.Value, 7);
        Assert.Equal(.1591813, compared.P!.Value, 7);
        Assert.Equal((-.0609712, -.1431502, .0212079), (Math.Round(compared.Difference, 7), Math.Round(compared.Low, 7), Math.Round(compared.High, 7)));
        Assert.False(compared.TooFew);
    }

    [Fact]
    public void The_other_way_round_is_the_same_but_for_the_sign()
    {
        var (one, other) = (TwoProportions.Of(5, 83, 12, 99)!, TwoProportions.Of(12, 99, 5, 83)!);

        Assert.Equal((one.Difference, one.Z, one.P, one.Low), (-other.Difference, -other.Z, other.P, -other.High));
    }

    [Theory]
    [InlineData(1, 10, 2, 10, true)]
    [InlineData(99, 100, 98, 100, true)]
    [InlineData(50, 100, 40, 100, false)]
    public void Small_groups_are_said_to_be_too_small(long did, long of, long otherDid, long otherOf, bool tooFew) =>
        Assert.Equal(tooFew, TwoProportions.Of(did, of, otherDid, otherOf)!.TooFew);

    [Fact]
    public void Where_nothing_varies_there_is_no_test()
    {
        var nobody = TwoProportions.Of(0, 50, 0, 60)!;

        Assert.Equal((0, null, null, true), (nobody.Difference, nobody.Z, nobody.P, nobody.TooFew));
        Assert.Null(TwoProportions.Of(0, 0, 3, 60));
        Assert.Throws<ArgumentException>(() => TwoProportions.Of(3, 2, 0, 1));
    }
}
