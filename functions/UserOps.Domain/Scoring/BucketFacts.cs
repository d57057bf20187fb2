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

        var repeats = RepeatSummary.Of(facts.Purchases, day);
        if (figures.RecencyDays is { } recency)
        {
            _recencyDays.Add(recency);
            _orders.Add(figures.Orders);
            _amountMinor.Add(figures.AmountMinor);
            _users.Add(new(facts.UserKey, figures.Stage, _orders.Count - 1, repeats));
        }
        else
        {
            _users.Add(new(facts.UserKey, figures.Stage, null, repeats));
        }
    }

    /// <param name="model">Null when no user of any bucket has an order that counts.</param>
    /// <returns>By position in <see cref="Users"/>.</returns>
    public IReadOnlyList<Standing> Score(ScoringModel? model)
    {
        var codes = new byte[_orders.Count];
        if (model is not null)
        {
            new ScoreKernel(model.Cuts).Score(Columns, codes);
        }

        return _users.ConvertAll(user => user.Column is { } i && model is not null
            ? new Standing(new RfmCode(codes[i]), model.Eight.Place(_recencyDays[i], _orders[i], _amountMinor[i]), user.Stage)
            : new Standing(null, null, user.Stage));
    }
}
