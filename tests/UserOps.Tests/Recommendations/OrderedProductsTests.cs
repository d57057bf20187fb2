using System.Text.Json;
using UserOps.Domain.Recommendations;

namespace UserOps.Tests.Recommendations;

public sealed class OrderedProductsTests
{
    [Theory]
    [InlineData("""{"product_id":"p","sku":"s"}""", "p")]
    [InlineData("""{"product_id":632910392}""", "632910392")]
    [InlineData("""{"product_id":null,"sku":" s "}""", "s")]
    [InlineData("""{"product_id":0,"sku":"s"}""", "s")]
    [InlineData("""{"product_id":"undefined"}""", null)]
    [InlineData("""{"name":"Gift card"}""", null)]
    [InlineData("""{"product_id":{"id":1}}""", null)]
    [InlineData("\"p\"", null)]
    public void A_line_is_known_by_its_product_else_by_its_sku(string line, string? id) => Assert.Equal(id, Read(line).SingleOrDefault()?.Id);

    [Theory]
    [InlineData("https://shop.example/p/1?a=b", "https://shop.example/p/1?a=b")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("/p/1", null)]
    [InlineData("ftp://shop.example/1", null)]
    public void Only_addresses_of_the_web_are_taken(string url, string? taken) =>
        Assert.Equal((taken, taken), Read($$"""{"sku":"s","url":"{{url}}","image_url":"{{url}}"}""").Select(p => (p.Url, p.ImageUrl)).Single());

    [Theory]
    [InlineData("19.90", 19.90)]
    [InlineData("\"19.90\"", 19.90)]
    [InlineData("-1", null)]
    [InlineData("\"free\"", null)]
    [InlineData("true", null)]
    public void A_price_is_a_number_or_a_text_of_one(string price, double? read) => Assert.Equal((decimal?)read, Read($$"""{"sku":"s","price":{{price}}}""").Single().Price);

    [Theory]
    [InlineData("""{"products":"many"}""")]
    [InlineData("""{}""")]
    [InlineData("[1]")]
    public void Without_lines_there_are_no_products(string properties) =>
        Assert.Empty(OrderedProducts.Of(Said.Track("1", Said.User("a"), name: "Order Completed") with { Properties = JsonElement.Parse(properties) }));

    [Fact]
    public void Only_a_completed_order_was_bought() =>
        Assert.Empty(OrderedProducts.Of(Said.Track("1", Said.User("a"), name: "Checkout Started") with { Properties = Shop.Properties(new { sku = "s" }) }));

    private static OrderedProduct[] Read(string line) =>
    [
        .. OrderedProducts.Of(Said.Track("1", Said.User("a"), name: "Order Completed") with { Properties = JsonElement.Parse($$"""{"products":[{{line}}]}""") }),
    ];
}
