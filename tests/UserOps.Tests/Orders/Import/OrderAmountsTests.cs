using UserOps.Application.Orders.Import;

namespace UserOps.Tests.Orders.Import;

public class OrderAmountsTests
{
    [Theory]
    [InlineData("29.33", 2933)]
    [InlineData("32", 3200)]
    [InlineData("0", 0)]
    [InlineData(".5", 50)]
    [InlineData("1,234.50", 123450)]
    [InlineData("1.234,50", 123450)]
    [InlineData("1,234,567", 123456700)]
    [InlineData("12,5", 1250)]
    [InlineData("$1,234.50", 123450)]
    [InlineData("€ 12,50", 1250)]
    [InlineData("12.50 EUR", 1250)]
    [InlineData("1 234,50", 123450)]
    [InlineData("1'234.50", 123450)]
    [InlineData("0.125", 13)]
    [InlineData("29.333", 2933)]
    [InlineData("0,125", 13)]
    public void Amounts_that_mean_one_number_are_read(string text, long minor)
    {
        Assert.Null(new OrderAmounts(null, commaLikely: false).Read(text, "USD", out var amount));
        Assert.Equal(minor, amount.Minor);
    }

    [Theory]
    [InlineData("1,234", false)]
    [InlineData("1.234", true)]
    [InlineData("1,234", true)]
    public void Thousands_or_fractions_in_doubt_are_refused_with_the_way_out(string text, bool commaLikely)
    {
        Assert.Contains("--decimal", new OrderAmounts(null, commaLikely).Read(text, "USD", out _), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,234", '.', 123400)]
    [InlineData("1,234", ',', 123)]
    [InlineData("1.234", ',', 123400)]
    public void A_given_decimal_mark_decides(string text, char mark, long minor)
    {
        Assert.Null(new OrderAmounts(mark, commaLikely: true).Read(text, "USD", out var amount));
        Assert.Equal(minor, amount.Minor);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-5")]
    [InlineData("1.2.3,4")]
    [InlineData("12,34.5")]
    [InlineData("1,2,3")]
    [InlineData("1e3")]
    [InlineData("ten")]
    [InlineData("--5")]
    [InlineData("99999999999999999999999999999999")]
    public void What_is_no_amount_of_an_order_is_told_apart(string text)
    {
        Assert.NotNull(new OrderAmounts(null, commaLikely: false).Read(text, "USD", out _));
    }

    [Fact]
    public void Minor_units_are_those_of_the_currency()
    {
        var amounts = new OrderAmounts(null, commaLikely: false);
        Assert.Null(amounts.Read("300", "JPY", out var yen));
        Assert.Null(amounts.Read("1.234", "KWD", out var dinar));
        Assert.Equal((300, 1234), (yen.Minor, dinar.Minor));
    }
}
