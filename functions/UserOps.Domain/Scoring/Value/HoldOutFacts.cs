using UserOps.Domain.Orders;

namespace UserOps.Domain.Scoring.Value;

/// <summary>
/// What a hold-out check is made of, as whole numbers that add up over buckets: the customers as they stood at the end of the calibration, the days of their first purchases,
/// and the days on which they came again until the end of the run's day.
/// </summary>
/// <param name="calibration">Last day of the calibration, days since 1970-01-01.</param>
/// <param name="end">The run's day.</param>
/// <param name="start">Days are counted from this one.</param>
public sealed class HoldOutFacts(int calibration, int end, int start)
{
    private readonly List<int> _firsts = [];
    private readonly List<int> _repeats = [];

    public RepeatCells Cells { get; private set; } = new();

    public ExactCounts FirstDays { get; private set; } = new();

    public ExactCounts RepeatDays { get; private set; } = new();

    public void Add(PurchaseHistory history)
    {
        if (RepeatSummary.Of(history, calibration) is not { } customer)
        {
            return;
        }

        Cells.Add(customer);
        var first = calibration - customer.AgeDays;
        _firsts.Add(first - start);
        foreach (var placed in history.DaysAsOf(end))
        {
            if (placed.Orders > 0 && placed.Day > first)
            {
                _repeats.Add(placed.Day - start);
            }
        }
    }

    public void Add(HoldOutFacts other)
    {
        other.Settle();
        Cells.Add(other.Cells);
        FirstDays.Add(other.FirstDays);
        RepeatDays.Add(other.RepeatDays);
    }

    internal void Write(VarintWriter writer)
    {
        Settle();
        Cells.Write(writer);
        FirstDays.Write(writer);
        RepeatDays.Write(writer);
    }

    internal static HoldOutFacts Read(ref VarintReader reader) =>
        new(0, 0, 0) { Cells = RepeatCells.Read(ref reader), FirstDays = ExactCounts.Read(ref reader), RepeatDays = ExactCounts.Read(ref reader) };

    private void Settle()
    {
        FirstDays.Count(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_firsts));
        RepeatDays.Count(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_repeats));
        _firsts.Clear();
        _repeats.Clear();
    }
}
