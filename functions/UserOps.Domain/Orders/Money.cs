namespace UserOps.Domain.Orders;

/// <summary>An amount in minor units of a currency (ISO 4217, upper case): 19.90 USD is 1990, 300 JPY is 300.</summary>
public readonly record struct Money(long Minor, string Currency)
{
    public static Money FromMajor(decimal major, string currency) => new(Currencies.ToMinor(major, currency), currency);

    public decimal ToMajor() => Currencies.ToMajor(Minor, Currency);
}
