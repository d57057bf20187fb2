using FsCheck;
using FsCheck.Fluent;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Tests.Scoring.Value;

public class RepeatCellsTests
{
    private static readonly Arbitrary<RepeatSummary[]> Customers =
        (from repeats in Gen.Choose(0, 40)
         from age in Gen.Choose(repeats, 2_000)
         from recency in Gen.Choose(repeats, age)
         from minor in Gen.Choose(-500, 2_000_000)
         select new RepeatSummary(repeats, repeats == 0 ? 0 : recency, age, repeats == 0 ? 0 : minor)).ArrayOf(300).ToArbitrary();

    [Fact]
    public void Neither_the_order_nor_the_parts_in_which_customers_come_change_a_byte() =>
        Prop.ForAll(Customers, ArbMap.Default.ArbFor<int>(), (customers, seed) =>
        {
            var one = Of(customers, limit: 200).ToBytes();
            var parts = customers.GroupBy(c => HashCode.Combine(c, seed) & 7).Select(part => RepeatCells.FromBytes(Of(part, limit: 200).ToBytes()));
            var merged = new RepeatCells(200);
            foreach (var part in parts)
            {
                merged.Add(part);
            }

            return one.SequenceEqual(merged.ToBytes()) && one.SequenceEqual(Of(customers.Reverse(), limit: 200).ToBytes());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void There_are_never_more_cells_than_the_limit_and_nobody_is_lost() =>
        Prop.ForAll(Customers, customers =>
        {
            var cells = Of(customers, limit: 200);
            return cells.Rhythm.Count <= 200 && cells.Rhythm.InOrder.Sum(c => c.Count) == customers.Length
                && cells.Rhythm.InOrder.Sum(c => c.First) == customers.Sum(c => c.Repeats)
                && cells.Rhythm.InOrder.Sum(c => c.Third) == customers.Sum(c => c.AgeDays)
                && cells.Rhythm.InOrder.Sum(RepeatCells.RecencyDays) == customers.Sum(c => c.RecencyDays);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Amounts_that_are_beyond_reason_stop_at_the_largest_sum()
    {
        var cells = Of(Enumerable.Repeat(new RepeatSummary(3, 20, 40, long.MaxValue), 20_000), limit: 200);

        Assert.True(cells.Spending.InOrder.Single().Second > 0);
        Assert.Equal(cells.ToBytes(), RepeatCells.FromBytes(cells.ToBytes()).ToBytes());
    }

    [Theory]
    [InlineData(256, 0.02)]
    [InlineData(512, 0.005)]
    public void Coarse_cells_move_the_parameters_by_little(int limit, double share)
    {
        var exact = FitModels.BgNbd(Cdnow.Cells).Model!;
        var coarse = FitModels.BgNbd(Of(Cdnow.Calibration, limit)).Model!;

        Assert.True(Cdnow.Cells.AllExact);
        Assert.All(
            (double[])[coarse.R / exact.R, coarse.Alpha / exact.Alpha, coarse.A / exact.A, coarse.B / exact.B], ratio => Assert.Equal(1, ratio, share));
    }

    private static RepeatCells Of(IEnumerable<RepeatSummary> customers, int limit)
    {
        var cells = new RepeatCells(limit);
        foreach (var customer in customers)
        {
            cells.Add(customer);
        }

        return cells;
    }
}
