using FsCheck;
using FsCheck.Fluent;
using UserOps.Domain.Orders;
using UserOps.Domain.Scoring;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Tests.Scoring;

public class PastDayProperties
{
    /// <summary>What Fader and Hardie publish, so that few customers have bands and tiers too.</summary>
    private static readonly ValueModel Published = new(
        new(new(0.243, 4.414, 0.793, 2.426), null, 0, 0), new(new(6.25, 3.74, 1_544), null, 0, 0), Tiers: new(40_000, 10_000));

    private static readonly Gen<PurchaseEntry> Order =
        from day in Gen.Choose(100, 200) from amount in Gen.Choose(1, 99_999) select new PurchaseEntry(day, day, 1, amount);

    /// <summary>An order, and what became of it: nothing, a part given back, or all of it.</summary>
    private static readonly Gen<PurchaseEntry[]> OrderWithRefunds =
        from order in Order
        from later in Gen.Choose(0, 80)
        from part in Gen.Elements(0, 1, 2)
        select part switch
        {
            0 => [order],
            1 => new[] { order, new PurchaseEntry(order.OrderDay, order.OrderDay + later, 0, -order.AmountMinor / 3) },
            _ => [order, new PurchaseEntry(order.OrderDay, order.OrderDay + later, -1, -order.AmountMinor)],
        };

    private static readonly Arbitrary<PurchaseEntry[][]> Users =
        OrderWithRefunds.ListOf().Select(orders => orders.SelectMany(o => o).ToArray()).NonEmptyListOf().Select(users => users.ToArray()).ToArbitrary();

    [Fact]
    public void A_past_day_is_what_was_known_of_it_then_whatever_came_later() =>
        Prop.ForAll(Users, Gen.Choose(90, 300).ToArbitrary(), Gen.Elements<int?>(null, 30).ToArbitrary(), (users, day, window) =>
        {
            var rules = new ScoringRules { WindowDays = window };
            var then = Scored(users.Select(entries => entries.Where(e => e.OrderDay <= day && e.EffectiveDay <= day)), day, rules);
            var now = Scored(users, day, rules);
            return then.SequenceEqual(now);
        }).QuickCheckThrowOnFailure();

    private static IReadOnlyList<Standing> Scored(IEnumerable<IEnumerable<PurchaseEntry>> users, int day, ScoringRules rules)
    {
        var facts = new BucketFacts(day, rules);
        foreach (var (i, entries) in users.Index())
        {
            facts.Add(new UserFacts($"u{i}", 1, 0, PurchaseHistory.Empty.Replace([], entries)));
        }

        var summary = FactSummary.Of(facts.Columns);
        var selection = MoneySelection.Of(facts.Columns.AmountMinor, ScoringModel.WantedBins(summary, rules));
        return facts.Score(ScoringModel.Find(summary, selection, rules, 100), Published);
    }
}
