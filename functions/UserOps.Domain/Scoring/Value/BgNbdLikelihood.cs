namespace UserOps.Domain.Scoring.Value;

/// <summary>
/// Log-likelihood of the BG/NBD model over cells, equation (6) of the paper in logarithms: of its two terms, alive (u) and dropped out right after the last purchase (w),
/// the larger one is taken out of the sum. Parameters: r, α, a, b; time in weeks.
/// </summary>
internal sealed class BgNbdLikelihood : ILikelihood
{
    private readonly double[] _customers;
    private readonly double[] _repeats;
    private readonly double[] _recency;
    private readonly double[] _age;

    public BgNbdLikelihood(RepeatCells cells)
    {
        var rows = cells.Rhythm.InOrder.ToArray();
        _customers = [.. rows.Select(cell => (double)cell.Count)];
        _repeats = [.. rows.Select(cell => (double)cell.First / cell.Count)];
        _recency = [.. rows.Select(cell => (double)RepeatCells.RecencyDays(cell) / cell.Count / RepeatSummary.DaysAWeek)];
        _age = [.. rows.Select(cell => (double)cell.Third / cell.Count / RepeatSummary.DaysAWeek)];
        Customers = rows.Sum(cell => cell.Count);
        Repeaters = rows.Where(cell => cell.First > 0).Sum(cell => cell.Count);
        RepeatsAWeek = rows.Sum(cell => (double)cell.First) / Math.Max(1, rows.Sum(cell => cell.Third / RepeatSummary.DaysAWeek));
    }

    public long Customers { get; }

    public long Repeaters { get; }

    /// <summary>Of all customers together, a customer.</summary>
    public double RepeatsAWeek { get; }

    public double Evaluate(ReadOnlySpan<double> parameters, double[] gradient, double[,] hessian)
    {
        double r = parameters[0], alpha = parameters[1], a = parameters[2], b = parameters[3];
        Polygamma ofR = Polygamma.At(r), ofB = Polygamma.At(b), ofSum = Polygamma.At(a + b);
        var logAlpha = Math.Log(alpha);
        var value = 0.0;

        // Cells of equal x come one after the other, and all that is costly depends on x alone.
        for (var start = 0; start < _repeats.Length;)
        {
            var x = _repeats[start];
            var end = start;
            double customers = 0, inner = 0, lapsed = 0;
            double gr = 0, ga = 0, hrr = 0, hra = 0, haa = 0, hrt = 0, hat = 0, htt = 0;
            var shift = x > 0 ? Math.Log(a / (b + x - 1)) : 0;
            for (; end < _repeats.Length && _repeats[end] == x; end++)
            {
                var n = _customers[end];
                double age = 1 / (alpha + _age[end]), logAge = Math.Log(age);
                double u = (r + x) * logAge, dr = logAge, da = -(r + x) * age, dra = -age, daa = (r + x) * age * age;
                customers += n;
                if (x > 0)
                {
                    double recency = 1 / (alpha + _recency[end]), logRecency = Math.Log(recency);
                    var w = shift + ((r + x) * logRecency);
                    var ratio = Math.Exp(-Math.Abs(w - u));
                    var gone = w > u ? 1 / (1 + ratio) : ratio / (1 + ratio);
                    double er = logRecency - logAge, ea = -(r + x) * (recency - age), spread = n * gone * (1 - gone);
                    u = Math.Max(u, w) + Math.Log(1 + ratio);
                    dr += gone * er;
                    da += gone * ea;
                    dra += gone * (age - recency);
                    daa += gone * (r + x) * ((recency * recency) - (age * age));
                    lapsed += n * gone;
                    hrr += spread * er * er;
                    hra += spread * er * ea;
                    haa += spread * ea * ea;
                    hrt += spread * er;
                    hat += spread * ea;
                    htt += spread;
                }

                inner += n * u;
                gr += n * dr;
                ga += n * da;
                hra += n * dra;
                haa += n * daa;
            }

            start = end;
            Polygamma ofRx = Polygamma.At(r + x), ofBx = Polygamma.At(b + x), ofSumX = Polygamma.At(a + b + x);
            value += inner + (customers * (ofRx.Log - ofR.Log + (r * logAlpha) + ofBx.Log - ofSumX.Log - ofB.Log + ofSum.Log));
            gradient[0] += gr + (customers * (ofRx.First - ofR.First + logAlpha));
            gradient[1] += ga + (customers * r / alpha);
            gradient[2] += customers * (ofSum.First - ofSumX.First);
            gradient[3] += customers * (ofBx.First - ofSumX.First - ofB.First + ofSum.First);
            hessian[0, 0] += hrr + (customers * (ofRx.Second - ofR.Second));
            hessian[0, 1] += hra + (customers / alpha);
            hessian[1, 1] += haa - (customers * r / (alpha * alpha));
            hessian[2, 2] += customers * (ofSum.Second - ofSumX.Second);
            hessian[2, 3] += customers * (ofSum.Second - ofSumX.Second);
            hessian[3, 3] += customers * (ofBx.Second - ofSumX.Second - ofB.Second + ofSum.Second);
            if (x > 0)
            {
                double byA = 1 / a, byB = 1 / (b + x - 1);
                gradient[2] += lapsed * byA;
                gradient[3] -= lapsed * byB;
                hessian[0, 2] += hrt * byA;
                hessian[0, 3] -= hrt * byB;
                hessian[1, 2] += hat * byA;
                hessian[1, 3] -= hat * byB;
                hessian[2, 2] += (htt - lapsed) * byA * byA;
                hessian[2, 3] -= htt * byA * byB;
                hessian[3, 3] += (htt + lapsed) * byB * byB;
            }
        }

        return value;
    }
}
