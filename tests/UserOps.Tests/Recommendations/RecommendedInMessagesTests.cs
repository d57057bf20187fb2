using UserOps.Application.Messages.Templates;
using UserOps.Application.Users;
using UserOps.Tests.Messages.Templates;

namespace UserOps.Tests.Recommendations;

public sealed class RecommendedInMessagesTests
{
    private const string List = "{{#each recommendations}}{{name}} {{money price currency}}{{#if url}} {{url}}{{/if}}{{#if because}} ({{because}}){{/if}};{{else}}nothing{{/each}}";

    [Fact]
    public async Task A_message_goes_through_what_is_recommended_to_its_reader()
    {
        var shop = await RecommendationTests.OpenAsync();

        Assert.Equal("The tea $9.50 (The cup);The pot $9.50 (The cup);The chair $9.50;", await RenderAsync(shop, Written.Sms(List), "new"));
    }

    [Fact]
    public async Task Where_there_is_nothing_to_recommend_the_else_stands()
    {
        var shop = new Shop();
        await shop.World.ApplyAsync(Said.Identify("1", Said.User("ann")));

        Assert.Equal("nothing", await RenderAsync(shop, Written.Sms(List), "ann"));
    }

    [Fact]
    public async Task Who_does_not_speak_of_it_does_not_pay_for_it()
    {
        var shop = await RecommendationTests.OpenAsync();
        var (with, without) = (await ReadsAsync(shop, List), await ReadsAsync(shop, "Hello {{user.id}}"));

        Assert.InRange(with - without, 5, 20);
    }

    [Fact]
    public async Task A_partial_that_speaks_of_it_is_enough()
    {
        var shop = await RecommendationTests.OpenAsync();
        await PublishAsync(shop, "list", Written.Piece(TemplateKind.Partial, null, List));

        Assert.StartsWith("The tea", await RenderAsync(shop, Written.Sms("{{> list}}"), "new"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{recommendations}}", "recommendations is a list: go through it with {{#each recommendations}}")]
    [InlineData("{{recommendations.name}}", "recommendations is a list")]
    [InlineData("{{#each recommendations}}{{colour}}{{else}}{{/each}}", "There is no colour in recommendations; each has id, name")]
    [InlineData("{{#each recommendations}}{{name}}{{/each}}", "It may not be there")]
    [InlineData("{{#with recommendations}}{{name}}{{else}}{{/with}}", "recommendations is a list")]
    public void What_cannot_be_meant_is_refused_before_publishing(string body, string what) =>
        Assert.Contains(what, Assert.Single(Written.Sms(body).Mistakes()).What, StringComparison.Ordinal);

    [Fact]
    public void Whether_there_are_any_can_be_asked() =>
        Assert.Empty(Written.Sms("{{#if recommendations}}For you: {{#each recommendations as |item|}}{{item.name}}{{else}}{{/each}}{{/if}}x").Mistakes());

    private static async Task<long> ReadsAsync(Shop shop, string body)
    {
        await PublishAsync(shop, "counted", Written.Sms(body));
        await RenderAsync(shop, "new");
        var before = shop.World.Store.Counts;
        await RenderAsync(shop, "new");
        return shop.World.Store.Counts.Gets - before.Gets;

        Task<string> RenderAsync(Shop at, string customer) => RecommendedInMessagesTests.RenderAsync(at, "counted", customer);
    }

    private static async Task<string> RenderAsync(Shop shop, TemplateContent content, string customer)
    {
        await PublishAsync(shop, "message", content);
        return await RenderAsync(shop, "message", customer);
    }

    private static async Task<string> RenderAsync(Shop shop, string key, string customer)
    {
        var profile = await shop.World.Get<NamedUser>().RunAsync(customer, default);
        var rendering = await shop.World.Get<RenderTemplate>().RunAsync(key, null, new() { Profile = profile! }, default);
        return Assert.IsType<Rendering.Rendered>(rendering).Message.Parts.Body!;
    }

    private static async Task PublishAsync(Shop shop, string key, TemplateContent content)
    {
        await shop.World.Get<SaveTemplate>().RunAsync(key, content, default);
        Assert.IsType<Publishing.Published>(await shop.World.Get<PublishTemplate>().RunAsync(key, default));
    }
}
