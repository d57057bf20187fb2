namespace UserOps.Domain.Scoring.Value;

/// <summary>Log-likelihood of the Gamma-Gamma model over cells, equation (1a) of the note. Parameters: p, q and v in minor units.</summary>
internal sealed class GammaGammaLikelihood : ILikelihood
{
    private readonly double[] _customers;
    private readonly double[] _repeats;
    private readonly double[] _mean;
    private readonly double[] _logMean;

    public GammaGammaLikelihood(RepeatCells cells)
    {
        var rows = cells.Spending.InOrder.ToArray();
        _customers = [.. rows.Select(cell => (double)cell.Count)];
        _repeats = [.. rows.Select(cell => (double)cell.First / cell.Count)];
        _mean = [.. rows.Select(cell => (double)cell.Second / cell.First)];
        _logMean = [.. _mean.Select(v => Math.Log(v))];
        Customers = rows.Sum(cell => cell.Count);
        MeanMinor = rows.Sum(cell => (double)cell.Second) / Math.Max(1, rows.Sum(cell => (double)cell.First));
    }

    public long Customers { get; }

    /// <summary>Of all repeat purchase days.</summary>
    public double MeanMinor { get; }

    public double Evaluate(ReadOnlySpan<double> parameters, double[] gradient, double[,] hessian)
    {
        double p = parameters[0], q = parameters[1], v = parameters[2];
        var ofQ = Polygamma.At(q);
        var (logV, value) = (Math.Log(v), 0.0);
        for (var start = 0; start < _repeats.Length;)
        {
            var x = _repeats[start];
            Polygamma ofPx = Polygamma.At(p * x), ofSum = Polygamma.At((p * x) + q);
            double customers = 0, logMeans = 0, logs = 0, inverses = 0, squares = 0;
            var end = start;
            for (; end < _repeats.Length && _repeats[end] == x; end++)
            {
                var (n, sum) = (_customers[end], v + (x * _mean[end]));
                customers += n;
                logMeans += n * _logMean[end];
                logs += n * Math.Log(sum);
                inverses += n / sum;
                squares += n / (sum * sum);
            }

            start = end;
            var (logX, shape) = (Math.Log(x), (p * x) + q);
            value += (customers * (ofSum.Log - ofPx.Log - ofQ.Log + (q * logV) + (p * x * logX))) + (((p * x) - 1) * logMeans) - (shape * logs);
            gradient[0] += x * ((customers * (ofSum.First - ofPx.First + logX)) + logMeans - logs);
            gradient[1] += (customers * (ofSum.First - ofQ.First + logV)) - logs;
            gradient[2] += (customers * q / v) - (shape * inverses);
            hessian[0, 0] += customers * x * x * (ofSum.Second - ofPx.Second);
            hessian[0, 1] += customers * x * ofSum.Second;
            hessian[0, 2] -= x * inverses;
            hessian[1, 1] += customers * (ofSum.Second - ofQ.Second);
            hessian[1, 2] += (customers / v) - inverses;
            hessian[2, 2] += (shape * squares) - (customers * q / (v * v));
        }

        return value;
    }
}
