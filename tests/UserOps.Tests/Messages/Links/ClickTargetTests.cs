using UserOps.Application.Messages.Links;

namespace UserOps.Tests.Messages.Links;

public sealed class ClickTargetTests
{
    private const string Target = "https://shop.example/sale?x=1&y=a%20b#top";

    private static readonly SignedLink.Click Click = new("u~x", "m~r~s~0", "email", "marketing", ClickTarget.HashOf(Target), DateTimeOffset.UnixEpoch);

    [Fact]
    public void A_click_leads_to_the_address_that_stood_in_the_message() => Assert.True(ClickTarget.Matches(Click, Target));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://evil.example/")]
    [InlineData("https://shop.example/sale?x=1&y=a%20b")]
    [InlineData("https://shop.example/sale?x=1&y=a b#top")]
    [InlineData("HTTPS://shop.example/sale?x=1&y=a%20b#top")]
    [InlineData("//shop.example/sale?x=1&y=a%20b#top")]
    [InlineData("https://shop.example/sale?x=1&y=a%20b#top ")]
    public void And_to_no_other(string? address) => Assert.False(ClickTarget.Matches(Click, address));

    [Theory]
    [InlineData("http://shop.example")]
    [InlineData("https://shop.example:8443/ü?q=日本")]
    public void Web_addresses_can_be_led_to(string address) => Assert.True(ClickTarget.IsWeb(address));

    [Theory]
    [InlineData("mailto:ada@example.com")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("/sale")]
    [InlineData("//evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("https://")]
    [InlineData("https://shop.example@evil.example/")]
    [InlineData("https://shop.example\\@evil.example/")]
    [InlineData("https://shop.example/\r\nSet-Cookie: a=b")]
    [InlineData("ht\ttps://shop.example/")]
    [InlineData(" https://shop.example/")]
    public void Nothing_else_can(string address)
    {
        Assert.False(ClickTarget.IsWeb(address));
        Assert.Throws<ArgumentException>(() => ClickTarget.HashOf(address));
    }

    [Fact]
    public void An_address_longer_than_browsers_take_is_none() => Assert.False(ClickTarget.IsWeb("https://shop.example/" + new string('a', ClickTarget.LongestAddress)));
}
