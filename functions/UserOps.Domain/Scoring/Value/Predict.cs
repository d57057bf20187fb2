namespace UserOps.Domain.Scoring.Value;

/// <summary>Applies a run's models to customers. Not for two threads at a time: what it worked out for equal customers is kept.</summary>
public sealed class Predict(BgNbd purchases, GammaGamma? values, ValueRules rules)
{
    private const double WeeksAMonth = 365.25 / 12 / RepeatSummary.DaysAWeek;

    private readonly Dictionary<(int Repeats, int AgeDays), double> _discounted = [];

    /// <returns>Null where the run has no purchases model.</returns>
    public static Predict? By(ValueModel? model, ValueRules rules) =>
        model?.Purchases.Model is { } purchases ? new(purchases, model.Values.Model, rules) : null;

    public double Alive(RepeatSummary customer) => purchases.Alive(customer);

    public Prediction Of(RepeatSummary customer) => new(
        purchases.Alive(customer),
        Within(customer, 30),
        Within(customer, 90),
        Within(customer, 365),
        values?.ExpectedMinor(customer),
        LifetimeMinor(customer));

    /// <summary>The expected purchase days of each month of the horizon, less the discount to the month's end, times the expected value of one.</summary>
    /// <returns>Minor units; null without a model of values.</returns>
    public long? LifetimeMinor(RepeatSummary customer) => values is null
        ? null
        : (long)Math.Round(Math.Min(purchases.Alive(customer) * DiscountedWhileAlive(customer) * values.ExpectedMinor(customer), 1e18));

    private double Within(RepeatSummary customer, int days) => purchases.Expected(customer, days / RepeatSummary.DaysAWeek);

    private double DiscountedWhileAlive(RepeatSummary customer)
    {
        var key = (customer.Repeats, customer.AgeDays);
        if (_discounted.TryGetValue(key, out var known))
        {
            return known;
        }

        double sum = 0, before = 0, discount = 1 + (rules.DiscountPercent / 100.0);
        for (var month = 1; month <= rules.HorizonMonths; month++)
        {
            var until = purchases.ExpectedWhileAlive(customer.Repeats, customer.Age, month * WeeksAMonth);
            sum += (until - before) / Math.Pow(discount, month / 12.0);
            before = until;
        }

        return _discounted[key] = sum;
    }
}
