namespace UserOps.Domain.Scoring.Value;

/// <summary>Fits on the calibration and compares with what came after it.</summary>
public static class HoldOutCheck
{
    /// <summary>A curve of more points is drawn by two weeks, three, and so on.</summary>
    private const int MostPoints = 160;

    /// <summary>Two thirds of the observed time, unless another day was asked for.</summary>
    /// <param name="start">Day of the first purchase.</param>
    /// <param name="asked">Days since 1970-01-01.</param>
    /// <returns>Null where no day lies between.</returns>
    public static int? CalibrationEnd(int start, int end, int? asked)
    {
        var day = asked ?? start + ((end - start) * 2 / 3);
        return day > start && day < end ? day : null;
    }

    public static HoldOut Of(HoldOutFacts facts, int start, int calibration, int end)
    {
        var fit = FitModels.BgNbd(facts.Cells);
        var byEnd = CumulativeAt(facts, calibration - start);
        var actual = CumulativeAt(facts, end - start) - byEnd;
        if (fit.Model is not { } model)
        {
            return new(Days.ToDate(calibration), Days.ToDate(end), fit, null, actual, []);
        }

        var step = 7 * (1 + ((end - start) / 7 / MostPoints));
        var before = Enumerable.Range(0, (calibration - start) / step).Select(i => start + (i * step)).Append(calibration)
            .Select(day => new CurvePoint(Days.ToDate(day), OfNewCustomers(model, facts, day - start), CumulativeAt(facts, day - start)));
        var after = Enumerable.Range(1, (end - calibration - 1) / step).Select(i => calibration + (i * step)).Append(end)
            .Select(day => new CurvePoint(Days.ToDate(day), byEnd + OfTheSame(model, facts.Cells, day - calibration), CumulativeAt(facts, day - start)));
        return new(
            Days.ToDate(calibration), Days.ToDate(end), fit, OfTheSame(model, facts.Cells, end - calibration), actual, [.. before, .. after]);
    }

    private static long CumulativeAt(HoldOutFacts facts, int day) => facts.RepeatDays.Each().TakeWhile(d => d.Value <= day).Sum(d => d.Users);

    private static double OfNewCustomers(BgNbd model, HoldOutFacts facts, int day) =>
        facts.FirstDays.Each().TakeWhile(first => first.Value < day).Sum(first => first.Users * model.Expected((day - first.Value) / RepeatSummary.DaysAWeek));

    /// <summary>What is expected while alive depends on x and T alone, which many cells share.</summary>
    private static double OfTheSame(BgNbd model, RepeatCells cells, int days)
    {
        var known = new Dictionary<(double, double), double>();
        var sum = 0.0;
        foreach (var cell in cells.Rhythm.InOrder)
        {
            double repeats = (double)cell.First / cell.Count, age = (double)cell.Third / cell.Count / RepeatSummary.DaysAWeek;
            var recency = (double)RepeatCells.RecencyDays(cell) / cell.Count / RepeatSummary.DaysAWeek;
            if (!known.TryGetValue((repeats, age), out var expected))
            {
                known[(repeats, age)] = expected = model.ExpectedWhileAlive(repeats, age, days / RepeatSummary.DaysAWeek);
            }

            sum += cell.Count * model.Alive(repeats, recency, age) * expected;
        }

        return sum;
    }
}
