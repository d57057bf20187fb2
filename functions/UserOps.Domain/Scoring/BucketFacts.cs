using System.Runtime.InteropServices;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Domain.Scoring;

/// <summary>The users of a bucket as they stood at the end of a day: those with an order that counts also as columns for the kernel.</summary>
/// <param name="day">Only entries with an order day and an effective day up to this one are seen.</param>
public sealed class BucketFacts(int day, ScoringRules rules)
{
    private readonly List<int> _recencyDays = [];
    private readonly List<int> _orders = [];
    private readonly List<long> _amountMinor = [];
    private readonly List<BucketUser> _users = [];

    public IReadOnlyList<BucketUser> Users => _users;

    public FactColumns Columns =>
        new(CollectionsMarshal.AsSpan(_recencyDays), CollectionsMarshal.AsSpan(_orders), CollectionsMarshal.AsSpan(_amountMinor));

    /// <summary>A user who was first seen after the day, and has no order up to it, is not there.</summary>
    public void Add(UserFacts facts)
    {
        var figures = DayFigures.Of(facts, day, rules);
        if (!figures.IsThere)
        {
            return;
        }

        int? column = null;
        if (figures.RecencyDays is { } recency)
        {
            column = _orders.Count;
            _recencyDays.Add(recency);
            _orders.Add(figures.Orders);
            _amountMinor.Add(figures.AmountMinor);
        }

        var repeats = RepeatSummary.Of(facts.Purchases, day);
        _users.Add(new(
            facts.UserKey,
            figures.Stage,
            column,
            repeats,
            repeats is { } customer ? ChurnRisk.BySilence(customer, figures.Rhythm, rules) : default,
            ChurnRisk.Signs(facts, day, rules.Risk),
            (byte)ValueIndex.ActivityOf(facts.Visits, day),
            (byte)ValueIndex.SpreadOf(facts, day)));
    }

    /// <param name="model">Null when no user of any bucket has an order that counts.</param>
    /// <param name="value">Null without models of purchases to come.</param>
    /// <returns>By position in <see cref="Users"/>.</returns>
    public IReadOnlyList<Standing> Score(ScoringModel? model, ValueModel? value)
    {
        var codes = new byte[_orders.Count];
        if (model is not null)
        {
            new ScoreKernel(model.Cuts).Score(Columns, codes);
        }

        var predict = Predict.By(value, rules.Value);
        return _users.ConvertAll(user =>
        {
            var standing = new Standing(null, null, user.Stage);
            if (user.Column is { } i && model is not null)
            {
                standing = standing with { Rfm = new RfmCode(codes[i]), Eight = model.Eight.Place(_recencyDays[i], _orders[i], _amountMinor[i]) };
            }

            standing = standing with { Index = ValueIndex.Weighted(user.Activity, ValueIndex.SpendOf(standing.Rfm), user.Spread, rules.Index) };
            if (user.Repeats is not { } customer)
            {
                return standing;
            }

            var risk = ChurnRisk.Of(user.Silence, ChurnRisk.ByModel(predict?.Alive(customer), rules.Risk), user.Signs);
            return standing with
            {
                Risk = risk.Band,
                Reasons = risk.Reasons,
                Tier = predict?.LifetimeMinor(customer) is { } lifetime ? value?.Tiers?.Of(lifetime) : null,
            };
        });
    }
}
