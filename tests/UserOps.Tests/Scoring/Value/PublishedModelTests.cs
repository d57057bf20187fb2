using System.Globalization;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Tests.Scoring.Value;

/// <summary>What Fader and Hardie publish of the CDNOW sample, calibrated on its first 39 weeks.</summary>
public class PublishedModelTests
{
    [Fact]
    public void Raw_orders_reduce_to_all_2357_rows_of_the_published_summary()
    {
        var ours = Cdnow.Histories.Keys.Order().Zip(Cdnow.Calibration, (id, c) => string.Join(
            ',', id, c.Repeats, Rounded(c.RecencyDays, 7), Rounded(c.AgeDays, 7), Rounded(c.RepeatMinor, 100L * Math.Max(1, c.Repeats))));

        var published = TestData.Csv("cdnow-sample-calibration-summary.csv").Select(row => string.Join(
            ',', row[0], row[1], Text(decimal.Parse(row[2], CultureInfo.InvariantCulture)), Text(decimal.Parse(row[3], CultureInfo.InvariantCulture)), Text(decimal.Parse(row[4], CultureInfo.InvariantCulture))));
        Assert.Equal(published, ours);
        Assert.Equal(2_357, Cdnow.Calibration.Count);
    }

    [Fact]
    public void The_fit_finds_the_published_parameters_of_purchases()
    {
        var fit = FitModels.BgNbd(Cdnow.Cells);

        Assert.Equal(0.243, fit.Model!.R, 0.001);
        Assert.Equal(4.414, fit.Model.Alpha, 0.001);
        Assert.Equal(0.793, fit.Model.A, 0.001);
        Assert.Equal(2.426, fit.Model.B, 0.001);
        Assert.Equal(-9582.4, fit.LogLikelihood!.Value, 0.05);
        Assert.Equal(2_357, fit.Customers);
    }

    [Fact]
    public void The_fit_finds_the_published_parameters_of_values()
    {
        var fit = FitModels.GammaGamma(Cdnow.Cells);

        Assert.Equal(6.25, fit.Model!.P, 0.02);
        Assert.Equal(3.74, fit.Model.Q, 0.02);
        Assert.Equal(15.44, fit.Model.VMinor / 100, 0.02);
        Assert.Equal(946, fit.Customers);
    }

    [Fact]
    public void Of_weeks_40_to_78_the_model_expects_1653_repeat_purchase_days_where_1882_came()
    {
        var model = FitModels.BgNbd(Cdnow.Cells).Model!;

        var expected = Cdnow.Calibration.Sum(c => model.Expected(c, 39));
        var came = Cdnow.Histories.Values.Sum(h => RepeatSummary.Of(h, Cdnow.End)!.Value.Repeats) - Cdnow.Calibration.Sum(c => c.Repeats);

        Assert.Equal(1_653, expected, 1.0);
        Assert.Equal(1_882, came);
    }

    private static string Rounded(long sum, long by) => Text(decimal.Round((decimal)sum / by, 2, MidpointRounding.AwayFromZero));

    private static string Text(decimal value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
