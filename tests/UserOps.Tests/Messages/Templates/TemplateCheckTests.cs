using UserOps.Application.Messages.Templates;

namespace UserOps.Tests.Messages.Templates;

public sealed class TemplateCheckTests
{
    [Theory]
    [InlineData("Hello {{user.frstName}}", "line 1, column 9", "user.frstName")]
    [InlineData("Hello\n  {{#if trait.vip}}\n {{usr.id}}{{/if}}", "line 3, column 4", "usr.id")]
    [InlineData("{{#if user.nope}}a{{/if}}", "line 1, column 7", "user.nope")]
    [InlineData("{{#unless score.nope}}a{{/unless}}", "line 1, column 11", "score.nope")]
    [InlineData("{{#if trait.a}}{{else if trait.b}}{{else}}{{event.nope}}{{/if}}", "line 1, column 45", "event.nope")]
    [InlineData("{{money user.nope}}", "line 1, column 9", "user.nope")]
    [InlineData("{{money (default links.nope \"1\")}}", "line 1, column 18", "links.nope")]
    [InlineData("{{#each event.properties.items}}{{@root.user.nope}}{{else}}{{/each}}", "line 1, column 35", "user.nope")]
    [InlineData("{{#each event.properties.items}}{{user.id}}{{else}}{{/each}}", "line 1, column 35", "@root.user.id")]
    [InlineData("{{#each event.properties.items}}{{../user.id}}{{else}}{{/each}}", "line 1, column 35", "@root.")]
    [InlineData("{{#with user}}{{nope}}{{/with}}", "line 1, column 17", "user.nope")]
    [InlineData("{{name}}", "line 1, column 3", "There is no name")]
    [InlineData("{{user}}", "line 1, column 3", "group")]
    [InlineData("{{this}}", "line 1, column 3", "this")]
    [InlineData("{{@index}}", "line 1, column 3", "@index")]
    [InlineData("{{@root}}", "line 1, column 3", "@root")]
    [InlineData("{{body}}", "line 1, column 3", "body")]
    public void A_name_that_is_not_offered_is_told_with_its_place(string html, string place, string what)
    {
        var mistake = Assert.Single(Written.Email(html).Mistakes());

        Assert.Equal("/languages/en/html", mistake.At);
        Assert.StartsWith(place + ":", mistake.What, StringComparison.Ordinal);
        Assert.Contains(what, mistake.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{user.id", "}} is expected")]
    [InlineData("{{user.id 1}}", "}} is expected")]
    [InlineData("{{#if trait.a}}x", "not closed")]
    [InlineData("x{{/if}}", "closes nothing")]
    [InlineData("x{{else}}y", "outside of any block")]
    [InlineData("{{#if trait.a}}x{{/each}}", "{{/if}} is expected")]
    [InlineData("{{#if trait.a}}x{{else}}y{{else}}z{{/if}}", "one {{else}}")]
    [InlineData("{{#if}}x{{/if}}", "needs a name")]
    [InlineData("{{}}", "A name is missing")]
    [InlineData("{{user..id}}", "no name")]
    [InlineData("{{lookup user \"id\"}}", "}} is expected")]
    [InlineData("{{#markdown trait.a}}x{{/markdown}}", "no block 'markdown'")]
    [InlineData("{{default (env \"HOME\") \"x\"}}", "no function 'env'")]
    [InlineData("{{money}}", "is written")]
    [InlineData("{{default trait.a}}", "is written")]
    [InlineData("{{date user.lastSeen \"QQ\"}}", "no date pattern")]
    [InlineData("{{date user.lastSeen trait.pattern}}", "in quotes")]
    [InlineData("{{{trait.bio}}}", "Three braces")]
    [InlineData("{{&trait.bio}}", "{{& is not taken")]
    [InlineData("{{{{raw}}}} {{{{/raw}}}}", "Four braces")]
    [InlineData("{{#*inline \"x\"}}a{{/inline}}", "no block")]
    [InlineData("\\{{user.id}}", "backslash")]
    [InlineData("{{!-- never closed }}", "not closed")]
    [InlineData("{{> no-such-partial}}", "no published partial")]
    [InlineData("{{> (user.id)}}", "named by its key")]
    [InlineData("{{^if trait.a}}x{{/if}}", "is not taken")]
    [InlineData("{{#each event.properties.items}}x{{/each}}", "{{else}}")]
    [InlineData("{{#each user.orders}}x{{/each}}", "no list")]
    public void What_is_no_template_is_refused(string html, string what) =>
        Assert.Contains(what, Assert.Single(Written.Email(html).Mistakes()).What, StringComparison.Ordinal);

    [Theory]
    [InlineData("{{user.firstName}} {{~trait.city~}} {{trait.[favourite colour]}} {{trait.城市}}")]
    [InlineData("{{!-- {{nope}} --}}{{! nope }}{ } }} <style>a { b: c }</style>")]
    [InlineData("{{#each event.properties.items as |item i|}}{{i}} {{item.name}} {{@index}} {{this.price}} {{money price @root.event.properties.currency}}{{else}}-{{/each}}")]
    [InlineData("{{#each event.properties.orders}}{{#each items}}{{name}}{{else}}{{/each}}{{else}}{{/each}}")]
    [InlineData("{{#with trait.address}}{{city}}{{else}}{{/with}}{{#with user}}{{id}}{{/with}}")]
    [InlineData("{{#if score.segment}}{{score.segmentName}}{{else if event}}{{event.name}}{{else}}{{run.variables.x}}{{/if}}")]
    [InlineData("{{date user.lastSeen \"d MMMM yyyy\"}} {{plural user.orders 'order' \"orders\"}} {{default trait.a 3}} {{money (default trait.credit 0) \"EUR\"}}")]
    public void What_is_well_written_passes(string html) => Assert.Empty(Written.Email(html).Mistakes());

    [Fact]
    public void Names_in_partials_are_told_where_the_partial_stands()
    {
        var partial = Written.Piece(TemplateKind.Partial, "a\n{{label}} {{user.nope}} {{> inner}}");
        var inner = Written.Piece(TemplateKind.Partial, "{{#if trait.x}}{{links.nope}}{{/if}}");

        var mistakes = Written.Email("x\n{{> button label=\"Buy\"}}").Mistakes(("button", partial), ("inner", inner));

        Assert.Equal(2, mistakes.Count);
        Assert.StartsWith("line 2, column 1: in partial 'button', line 2, column 13: There is no user.nope;", mistakes[0].What, StringComparison.Ordinal);
        Assert.StartsWith("line 2, column 1: in partial 'button', line 2, column 25: in partial 'inner', line 1, column 18:", mistakes[1].What, StringComparison.Ordinal);
    }

    [Fact]
    public void An_argument_that_a_partial_is_not_given_is_told()
    {
        var partial = Written.Piece(TemplateKind.Partial, "{{label}}");

        Assert.Empty(partial.Mistakes());
        Assert.Empty(Written.Email("{{> button label=user.id}}").Mistakes(("button", partial)));
        Assert.Contains("There is no label", Assert.Single(Written.Email("{{> button}}").Mistakes(("button", partial))).What, StringComparison.Ordinal);
        Assert.Contains("There is no label", Assert.Single(Written.Email("{{> button label=user.id}}").Mistakes(
            ("button", Written.Piece(TemplateKind.Partial, "{{#with user}}{{@root.label}}{{/with}}")))).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_partial_in_itself_is_refused()
    {
        var (a, b) = (Written.Piece(TemplateKind.Partial, "{{> b}}"), Written.Piece(TemplateKind.Partial, "{{#if trait.x}}{{> a}}{{/if}}"));

        Assert.Contains("stands in itself", Assert.Single(Written.Email("{{> a}}").Mistakes(("a", a), ("b", b))).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Partials_that_multiply_are_refused_quickly()
    {
        var many = string.Concat(Enumerable.Repeat("{{> NEXT}}", 30));
        var includes = Enumerable.Range(0, 5).Select(i => ($"p{i}", Written.Piece(TemplateKind.Partial, i == 4 ? "{{user.id}}" : many.Replace("NEXT", $"p{i + 1}", StringComparison.Ordinal)))).ToArray();

        Assert.Contains(Written.Email("{{> p0}}").Mistakes(includes), mistake => mistake.What.Contains($"more than {TemplateLimits.Tags} tags", StringComparison.Ordinal));
    }

    [Fact]
    public void Blocks_and_calls_and_loops_are_not_nested_without_end()
    {
        static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

        Assert.Contains("deep", Assert.Single(Written.Email(Repeat("{{#if trait.a}}", 5_000)).Mistakes()).What, StringComparison.Ordinal);
        Assert.Contains("deep", Assert.Single(Written.Email("{{#if trait.a}}" + Repeat("{{else if trait.a}}", 1_000) + "{{/if}}").Mistakes()).What, StringComparison.Ordinal);
        Assert.Contains("deep", Assert.Single(Written.Email("{{default " + Repeat("(default ", 1_000)).Mistakes()).What, StringComparison.Ordinal);
        Assert.Contains("{{#each}} stand in each other", Assert.Single(Written.Email(
            Repeat("{{#each event.properties.a}}", 3) + Repeat("{{else}}{{/each}}", 3)).Mistakes(), m => m.What.Contains("each other", StringComparison.Ordinal)).What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<a href=\"{{links.unsubscribe}}\">no more</a>", true)]
    [InlineData("<p>Buy</p>", false)]
    [InlineData("{{links.preferences}}", false)]
    [InlineData("{{#if trait.a}}{{links.unsubscribe}}{{/if}}", false)]
    [InlineData("{{#if links.unsubscribe}}x{{/if}}", false)]
    [InlineData("<!-- {{! {{links.unsubscribe}} -->", false)]
    public void An_advertisement_needs_the_unsubscribe_link_in_every_message(string html, bool passes)
    {
        Assert.Equal(passes, Written.Email(html, purpose: TemplateContent.Marketing).Mistakes().Count == 0);
        Assert.Empty(Written.Email(html, purpose: TemplateContent.Transactional).Mistakes());
    }

    [Fact]
    public void The_unsubscribe_link_may_stand_in_a_partial_or_in_the_layout_but_must_stand_in_the_text_too()
    {
        var footer = Written.Piece(TemplateKind.Partial, "<a href=\"{{link}}\">no</a>", "No more: {{link}}");
        var layout = Written.Piece(TemplateKind.Layout, "<body>{{{body}}}{{> footer link=links.unsubscribe}}</body>");
        var mail = Written.Email("<p>Buy</p>", text: "Buy", purpose: TemplateContent.Marketing) with { Layout = "shop" };

        Assert.Equal("/languages/en/text", Assert.Single(mail.Mistakes(("shop", layout), ("footer", footer))).At);
        Assert.Equal(
            "/languages/en/html",
            Assert.Single(Written.Email("<p>Buy</p>", text: "Buy {{> footer link=links.unsubscribe}}", purpose: TemplateContent.Marketing).Mistakes(("footer", footer))).At);
    }

    [Theory]
    [InlineData("<body>{{{body}}}</body>", true)]
    [InlineData("<body></body>", false)]
    [InlineData("{{{body}}}{{{body}}}", false)]
    [InlineData("{{#if trait.a}}{{{body}}}{{/if}}", false)]
    [InlineData("{{{body}}}{{{user.id}}}", false)]
    public void A_layout_has_one_place_for_the_message(string html, bool passes) =>
        Assert.Equal(passes, Written.Piece(TemplateKind.Layout, html).Mistakes().Count == 0);

    [Fact]
    public void The_form_is_checked_before_the_texts()
    {
        var mail = Written.Email("{{user.id}}");
        string At(TemplateContent content) => Assert.Single(content.Mistakes()).At;

        Assert.Equal("/channel", At(Written.Piece(TemplateKind.Partial, "x") with { Channel = ChannelKind.Sms }));
        Assert.Equal("/purpose", At(mail with { Purpose = "Ads!" }));
        Assert.Equal("/defaultLanguage", At(mail with { DefaultLanguage = "de" }));
        Assert.Equal("/layout", At(mail with { Layout = "gone" }));
        Assert.Equal("/layout", At(Written.Sms("x") with { Layout = "shop" }));
        Assert.Equal("/languages", At(mail with { Languages = new Dictionary<string, TemplateParts>() }));
        Assert.Equal("/languages/english please", At(Written.Email("x", language: "english please")));
        Assert.Equal("/languages/en/subject", At(mail with { Languages = new Dictionary<string, TemplateParts> { ["en"] = new() { Html = "x" } } }));
        Assert.Equal("/languages/en/body", At(Written.Sms(" ")));
        Assert.Equal("/languages/en/html", At(Written.Email(new string('x', TemplateLimits.HtmlSource + 1))));
        Assert.Equal("/languages/en/title", At(Written.Sms("x") with { Languages = new Dictionary<string, TemplateParts> { ["en"] = new() { Title = "x", Body = "x" } } }));
        Assert.Equal("/languages/en/subject", At(Written.Email("x", subject: "{{> footer}}")));
        Assert.Equal("/languages/de/html", At(Written.Email("{{date user.lastSeen \"d MMMM\"}}", language: "de")));
    }
}
