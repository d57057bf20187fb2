using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Messages.Links;

namespace UserOps.Tests.Messages.Sending;

public sealed partial class MessageLinkTests
{
    [Fact]
    public async Task A_marketing_mail_is_unsubscribed_from_by_header_and_link_and_its_clicks_lead_through_here()
    {
        var world = await SendingWorld.StartAsync();

        await world.RunAsync();

        var message = Assert.Single(world.Email.Accepted).Message;
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers["List-Unsubscribe-Post"]);
        var unsubscribe = message.Headers["List-Unsubscribe"].Trim('<', '>');
        Assert.Equal(new SignedLink.Unsubscribe(world.UserKey, "m~run1~hello~000001", "email", "marketing"), Read(world, unsubscribe, "u"));
        var links = HrefForm().Matches(message.Html!).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value)).ToList();
        Assert.Equal(unsubscribe, links[1]);
        Assert.Contains(unsubscribe, message.PlainText!, StringComparison.Ordinal);
        var click = Assert.IsType<SignedLink.Click>(Read(world, links[0][..links[0].IndexOf('?', StringComparison.Ordinal)], "c"));
        Assert.True(ClickTarget.Matches(click, Uri.UnescapeDataString(links[0][(links[0].IndexOf("?to=", StringComparison.Ordinal) + 4)..])));
        Assert.EndsWith("?to=" + Uri.EscapeDataString("https://shop.example/sale?a=1&b=2"), links[0], StringComparison.Ordinal);
        Assert.DoesNotContain("<img", message.Html!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transactional_mail_is_left_as_it_is()
    {
        var world = await SendingWorld.StartAsync(SendingWorld.Open with { Sending = SendingWorld.Open.Sending with { TrackOpens = true } });

        await world.RunAsync(world.Request("receipt", "transactional"));

        var message = Assert.Single(world.Email.Accepted).Message;
        Assert.Empty(message.Headers);
        Assert.Equal("""<p>Paid</p><a href="https://shop.example/order">Order</a>""", message.Html);
    }

    [Fact]
    public async Task Opens_are_known_where_asked_for_and_clicks_are_not_where_turned_off()
    {
        var world = await SendingWorld.StartAsync(SendingWorld.Open with { Sending = SendingWorld.Open.Sending with { TrackOpens = true, TrackClicks = false } });

        await world.RunAsync();

        var html = Assert.Single(world.Email.Accepted).Message.Html!;
        Assert.Contains("href=\"https://shop.example/sale?a=1&amp;b=2\"", html, StringComparison.Ordinal);
        var pixel = PixelForm().Match(html).Groups[1].Value;
        Assert.Equal(new SignedLink.Open(world.UserKey, "m~run1~hello~000001", "email", "marketing"), Read(world, pixel, "o"));
    }

    private static SignedLink Read(SendingWorld world, string url, string part)
    {
        var token = LinkForm().Match(url);
        Assert.True(token.Success && token.Groups["part"].Value == part, url);
        return Assert.IsType<LinkReading.Genuine>(world.Services.GetRequiredService<LinkTokens>().Read(token.Groups["token"].Value, world.Now)).Link;
    }

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex HrefForm();

    [GeneratedRegex("<img src=\"([^\"]*)\" width=\"1\" height=\"1\" alt=\"\">$")]
    private static partial Regex PixelForm();

    [GeneratedRegex("^https://shop\\.example/ops/(?<part>[upco])/(?<token>[A-Za-z0-9_-]+)$")]
    private static partial Regex LinkForm();
}
