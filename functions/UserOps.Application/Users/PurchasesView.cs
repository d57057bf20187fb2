using UserOps.Domain;
using UserOps.Domain.Orders;
using UserOps.Domain.Users;

namespace UserOps.Application.Users;

/// <summary>A user's purchases up to now.</summary>
/// <param name="Amount">Major units of <paramref name="Currency"/>, less refunds.</param>
/// <param name="OtherCurrencies">Major units by currency: in none of the other figures.</param>
public sealed record PurchasesView(
    int Orders, decimal Amount, string Currency, DateOnly? FirstOrder, DateOnly? LastOrder, IReadOnlyDictionary<string, decimal> OtherCurrencies)
{
    public static PurchasesView Of(Profile profile, string currency)
    {
        var all = profile.Purchases.AsOf(int.MaxValue);
        return new(
            all.Orders,
            Currencies.ToMajor(all.AmountMinor, currency),
            currency,
            all.FirstOrderDay is { } first ? Days.ToDate(first) : null,
            all.LastOrderDay is { } last ? Days.ToDate(last) : null,
            profile.OtherCurrencies.ToDictionary(money => money.Currency, money => money.ToMajor()));
    }
}
