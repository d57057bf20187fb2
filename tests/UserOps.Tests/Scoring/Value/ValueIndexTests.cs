using FsCheck;
using FsCheck.Fluent;
using UserOps.Application.Scoring;
using UserOps.Domain;
using UserOps.Domain.Orders;
using UserOps.Domain.Scoring;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Tests.Scoring.Value;

public sealed class ValueIndexTests
{
    private static readonly int Today = Days.Of(new DateOnly(2026, 3, 8));

    private static readonly Arbitrary<(UserFacts Facts, RfmCode? Rfm, IndexRules Rules)> Somebody =
        (from mask in Gen.Choose(0, (1 << VisitWeeks.Most) - 1)
         from week in Gen.Choose(-6, 3)
         from signUps in Gen.Choose(Today - 50, Today + 10).ListOf()
         from orders in Gen.Choose(Today - 50, Today + 10).ListOf()
         from code in Gen.Choose(-20, 124)
         from weights in Gen.Choose(0, 100).ListOf(3)
         where weights.Sum() > 0
         select (
             new UserFacts("u", 1, 0, PurchaseHistory.Empty)
             {
                 Visits = mask == 0 ? default : new(VisitWeeks.LastWhole(Today) + week, mask | 1), ReferredSignUps = FewDays.Of(signUps.Take(10)), ReferredOrders = FewDays.Of(orders.Take(10)),
             },
             code < 0 ? default(RfmCode?) : new RfmCode((byte)code),
             new IndexRules(weights[0], weights[1], weights[2]))).ToArbitrary();

    [Fact]
    public void Everything_lies_between_0_and_100_and_the_index_is_in_steps() =>
        Prop.ForAll(Somebody, one =>
        {
            var index = ValueIndex.Of(one.Facts, one.Rfm, Today, one.Rules);
            return index.Index <= 100 && index.Index % ValueIndex.Step == 0 && new[] { index.Activity, index.Spend, index.Spread }.All(part => part is >= 0 and <= 100)
                && index.Index >= new[] { index.Activity, index.Spend, index.Spread }.Min() - ValueIndex.Step && index.Index <= new[] { index.Activity, index.Spend, index.Spread }.Max() + ValueIndex.Step;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void More_of_anything_never_lowers_it() =>
        Prop.ForAll(Somebody, Gen.Choose(0, 11).ToArbitrary(), (one, ago) =>
        {
            var (facts, rfm, rules) = one;
            var index = ValueIndex.Of(facts, rfm, Today, rules);
            var visits = facts.Visits.Mask == 0 ? new(VisitWeeks.LastWhole(Today) - ago, 1) : facts.Visits with { Mask = facts.Visits.Mask | (1 << ago) };
            ValueIndex[] more =
            [
                ValueIndex.Of(facts with { Visits = visits }, rfm, Today, rules),
                ValueIndex.Of(facts with { ReferredSignUps = facts.ReferredSignUps.WithEarliest(Today, 10) }, rfm, Today, rules),
                ValueIndex.Of(facts with { ReferredOrders = facts.ReferredOrders.WithEarliest(Today - 60, 10) }, rfm, Today, rules),
                rfm is { Frequency: < 5 } code ? ValueIndex.Of(facts, RfmCode.Of(code.Recency, code.Frequency + 1, code.Monetary), Today, rules) : index,
            ];
            return more.All(better => better.Index >= index.Index && better.Activity >= index.Activity && better.Spend >= index.Spend && better.Spread >= index.Spread);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parts_come_out_as_one_would_reckon_by_hand()
    {
        var facts = new UserFacts("u", 1, 0, PurchaseHistory.Empty)
        {
            Visits = new(VisitWeeks.LastWhole(Today) - 2, 0b_101), ReferredSignUps = FewDays.Of([Today, Today + 1]), ReferredOrders = FewDays.Of([Today - 1, Today]),
        };

        // Two weeks of twelve, the latest two weeks ago: (50 · 2 + 50 · 10) / 12. A sign-up and two orders by then.
        Assert.Equal(new ValueIndex(55, 50, 60, 50), ValueIndex.Of(facts, RfmCode.Of(1, 2, 4), Today, new()));
        Assert.Equal(new ValueIndex(0, 0, 0, 0), ValueIndex.Of(facts with { Visits = default, ReferredSignUps = FewDays.None, ReferredOrders = FewDays.None }, null, Today, new()));
    }

    [Fact]
    public void It_stays_the_same_within_a_week_in_which_nothing_happens()
    {
        var facts = new UserFacts("u", 1, 0, PurchaseHistory.Empty) { Visits = new(VisitWeeks.LastWhole(Today), 0b_1_0110_0101) };

        Assert.Single(Enumerable.Range(Today, 7).Select(day => ValueIndex.Of(facts, null, day, new())).Distinct());
    }

    [Fact]
    public async Task The_night_keeps_it_with_the_standing_and_a_user_reads_with_its_parts()
    {
        using var workspace = new Workspace();
        workspace.Seen("ann", workspace.Today.AddDays(-40), Workspace.Order(workspace.Today.AddDays(-3), 900));
        workspace.Seen("ben", workspace.Today.AddDays(-40));

        await workspace.ScoreAsync(workspace.Today);

        var ann = (await workspace.Use<ReadUserScore>().RunAsync(Workspace.KeyOf("ann"), default))!.ValueIndex!;
        var ben = (await workspace.Use<ReadUserScore>().RunAsync(Workspace.KeyOf("ben"), default))!.ValueIndex!;
        Assert.Contains(workspace.ScoreRows(), row => row.Contains(Workspace.KeyOf("ann"), StringComparison.Ordinal) && row.EndsWith($"index={ann.Index}", StringComparison.Ordinal));
        Assert.Equal((0, new ValueIndex(0, 0, 0, 0)), (ann.Activity, ben));
        Assert.True(ann.Spend > 0);
    }
}
