using System.Net;
using System.Text.Json;
using UserOps.Domain.Events;
using UserOps.Domain.Users;

namespace UserOps.Tests.Events.Webhooks;

public sealed class ShopifyPeopleTests
{
    [Fact]
    public async Task A_delivery_is_known_again_by_event_and_topic_or_by_its_own_id_or_by_its_body()
    {
        await using var host = await IntakeHost.StartAsync();
        var body = Signed.Sample("shopify-customers-update.json");

        await host.ShopifyAsync("customers/update", body, "e1", "w1");
        await host.ShopifyAsync("customers/update", body, "e1", "w1");
        await host.ShopifyAsync("customers/update", body, "e1", "w2");
        await host.ShopifyAsync("customers/create", body, "e1", "w3");
        await host.ShopifyAsync("customers/update", body, null, "w1");
        await host.ShopifyAsync("customers/update", body, null, "w1");
        await host.ShopifyAsync("customers/update", body);
        await host.ShopifyAsync("customers/update", body);

        var ids = host.Events.Select(e => e.Id).ToList();
        Assert.Equal([ids[0], ids[0], ids[0], ids[3], ids[4], ids[4], ids[6], ids[6]], ids);
        Assert.Equal(4, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("orders/create", 0, 1)]
    [InlineData("orders/paid", 0, 1)]
    [InlineData("checkouts/create", 0, 1)]
    [InlineData("orders/updated", 1, 0)]
    [InlineData("orders/cancelled", 1, 0)]
    public async Task Where_nobody_is_named_an_announcement_is_kept_aside_and_a_change_finds_its_order(string topic, int accepted, int rejected)
    {
        await using var host = await IntakeHost.StartAsync();
        var sample = topic.StartsWith("orders", StringComparison.Ordinal) ? "shopify-orders-paid.json" : "shopify-checkouts-update.json";

        var answer = await host.ShopifyAsync(topic, Signed.Change(sample, order =>
        {
            order["customer"] = null;
            order["email"] = "";
            order["contact_email"] = null;
        }));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal((accepted, rejected), (host.Events.Count, host.Rejected.Count));
        Assert.All(host.Rejected, kept => Assert.Contains("names no customer", kept.Reason, StringComparison.Ordinal));
        Assert.All(host.Events, told => Assert.Empty(told.Identity.Identifiers()));
    }

    [Fact]
    public async Task A_guests_order_is_known_by_the_address()
    {
        await using var host = await IntakeHost.StartAsync();

        await host.ShopifyAsync("orders/create", Signed.Change("shopify-orders-paid.json", order => order["customer"] = null));

        Assert.Equal(["email:foo@example.com"], host.Events[0].Identity.Identifiers().Select(id => id.ToString()));
    }

    [Fact]
    public async Task A_customer_brings_traits_under_their_usual_names()
    {
        await using var host = await IntakeHost.StartAsync();

        await host.ShopifyAsync("customers/update", Signed.Sample("shopify-customers-update.json"));

        var told = Assert.Single(host.Events);
        Assert.Equal((EventType.Identify, "Customer Updated", Signed.At("2025-07-02T16:25:58Z")), (told.Type, told.Name, told.OccurredAt));
        Assert.Equal(new CustomerId("shop", "207119551"), told.Identity.CustomerId);
        Assert.Equal("bob.norman@mail.example.com", told.Identity.Email);
        var traits = told.Traits!.ToDictionary(pair => pair.Key, pair => pair.Value.GetRawText());
        Assert.Equal("\"Bob\"", traits["firstName"]);
        Assert.Equal("\"Norman\"", traits["lastName"]);
        Assert.Equal("\"+16136120707\"", traits["phone"]);
        Assert.Equal("""["Léon","Noël"]""", traits["tags"]);
        Assert.Equal("\"not_subscribed\"", traits["emailMarketingState"]);
        Assert.Equal("\"single_opt_in\"", traits["smsMarketingOptInLevel"]);
        Assert.Equal("""{"street":"Chestnut Street 92","city":"Louisville","state":"Kentucky","postalCode":"40202","country":"US"}""", traits["address"]);
    }

    /// <summary>Else everybody who comes by a shop would be written to in the default language.</summary>
    [Theory]
    [InlineData("customers/create", "shopify-customers-update.json", "locale")]
    [InlineData("orders/paid", "shopify-orders-paid.json", "customer_locale")]
    [InlineData("checkouts/create", "shopify-checkouts-update.json", "customer_locale")]
    public async Task The_language_in_which_somebody_shops_is_a_trait_that_messages_go_by(string topic, string sample, string field)
    {
        await using var host = await IntakeHost.StartAsync();

        await host.ShopifyAsync(topic, Signed.Change(sample, body => body[field] = "zh-CN"));

        Assert.Equal("zh-CN", host.Events[0].Traits!["locale"].GetString());
    }

    [Fact]
    public async Task What_a_customer_took_back_is_a_trait_of_null()
    {
        await using var host = await IntakeHost.StartAsync();

        await host.ShopifyAsync("customers/update", Signed.Change("shopify-customers-update.json", customer => customer["phone"] = null));

        Assert.Equal(JsonValueKind.Null, host.Events[0].Traits!["phone"].ValueKind);
    }

    [Theory]
    [InlineData("checkouts/create", "Checkout Started")]
    [InlineData("checkouts/update", "Checkout Updated")]
    public async Task A_checkout_tells_what_is_in_it_and_how_to_come_back(string topic, string name)
    {
        await using var host = await IntakeHost.StartAsync();

        await host.ShopifyAsync(topic, Signed.Sample("shopify-checkouts-update.json"));

        var told = Assert.Single(host.Events);
        Assert.Equal((name, Signed.At("2012-10-12T11:05:27Z")), (told.Name, told.OccurredAt));
        Assert.Null(told.Order);
        Assert.Equal(379.69m, told.Properties!.Value.GetProperty("value").GetDecimal());
        Assert.EndsWith("/recover", told.Properties.Value.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, told.Properties.Value.GetProperty("products").GetArrayLength());
    }

    [Theory]
    [InlineData("orders/create")]
    [InlineData("refunds/create")]
    [InlineData("customers/update")]
    [InlineData("checkouts/update")]
    public async Task A_body_of_another_shape_is_400(string topic)
    {
        await using var host = await IntakeHost.StartAsync();

        foreach (var body in new[] { "[]", "1", "\"x\"", "null", "{}" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await host.ShopifyAsync(topic, body)).Status);
        }
    }
}
