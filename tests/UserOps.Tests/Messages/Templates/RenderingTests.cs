using System.Globalization;
using UserOps.Application.Messages.Templates;

namespace UserOps.Tests.Messages.Templates;

public sealed class RenderingTests
{
    private const string Nasty = """{"firstName":"<b>O'Ra & \"陈\"=`😀"}""";

    [Theory]
    [InlineData("""[{"x":1},7,"a",[2],{"x":2}]""", "12")]
    [InlineData("""[7,{"x":1}]""", "1")]
    [InlineData("""["a",7,true]""", "???")]
    [InlineData("""[[1],2,[3]]""", "??")]
    public void A_list_of_all_sorts_of_things_stops_nobody(string list, string expected) =>
        Assert.Equal(
            expected,
            Written.Email("{{#each trait.list}}{{#if x}}{{x}}{{else}}?{{/if}}{{else}}{{/each}}").With().Render(Written.Person($$"""{"list":{{list}}}""")).Parts().Html);

    [Fact]
    public void Html_is_encoded_and_subject_and_text_are_not()
    {
        var parts = Written.Email("<p title=\"{{user.firstName}}\">{{trait.firstName}}</p>", "For {{user.firstName}}", "Dear {{user.firstName}}").With().Render(Written.Person(Nasty)).Parts();

        const string Plain = "<b>O'Ra & \"陈\"=`😀";
        const string Encoded = "&lt;b&gt;O&#x27;Ra &amp; &quot;陈&quot;&#x3D;&#x60;😀";
        Assert.Equal(("For " + Plain, "Dear " + Plain, $"<p title=\"{Encoded}\">{Encoded}</p>"), (parts.Subject, parts.Text, parts.Html));
    }

    [Fact]
    public void What_functions_and_partials_give_is_encoded_too()
    {
        var partial = Written.Piece(TemplateKind.Partial, "<a href=\"{{url}}\">{{label}}</a>");
        var parts = Written.Email("{{default trait.nothing \"<i>\"}}{{plural user.orders \"<1>\" \"<n>\"}}{{> button url=links.unsubscribe label=user.firstName}}")
            .With(("button", partial)).Render(Written.Person(Nasty)).Parts();

        Assert.StartsWith("&lt;i&gt;&lt;n&gt;<a href=\"https://shop.example/u?a&#x3D;1&amp;b&#x3D;2\">&lt;b&gt;", parts.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A\\r\\nBcc: all@example.com", "Hi A Bcc: all@example.com")]
    [InlineData("A\\u2028\\u2029\\u0085\\u000b\\t B", "Hi A B")]
    [InlineData("A\\u0000B", "Hi AB")]
    public void No_line_break_gets_into_a_subject_or_title(string name, string line)
    {
        var person = Written.Person($$"""{"firstName":"{{name}}"}""");
        var push = Written.Sms("x") with
        {
            Channel = ChannelKind.Push,
            Languages = new Dictionary<string, TemplateParts> { ["en"] = new() { Title = "Hi\n {{user.firstName}}", Body = "x" } },
        };

        Assert.Equal(line, Written.Email("x", "Hi\r\n{{user.firstName}} ").With().Render(person).Parts().Subject);
        Assert.Equal(line, push.With().Render(person).Parts().Title);
    }

    [Theory]
    [InlineData("{{user.firstName}}", "user.firstName")]
    [InlineData("{{trait.address.city}}", "trait.address.city")]
    [InlineData("{{trait.nulled}}", "trait.nulled")]
    [InlineData("{{trait.blank}}", "trait.blank")]
    [InlineData("{{trait.list}}", "trait.list")]
    [InlineData("{{event.name}}", "event.name")]
    [InlineData("{{score.segmentName}}", "score.segmentName")]
    [InlineData("{{date trait.birthday}}", "trait.birthday")]
    [InlineData("{{money trait.credit}}", "trait.credit")]
    [InlineData("{{plural trait.count \"a\" \"b\"}}", "trait.count")]
    [InlineData("{{default trait.a trait.b}}", "trait.b")]
    [InlineData("{{#if trait.list}}{{user.firstName}}{{/if}}", "user.firstName")]
    [InlineData("{{#each trait.list}}{{name}}{{else}}{{/each}}", "trait.list[].name")]
    [InlineData("{{#each trait.list as |it|}}{{it.name}}{{else}}{{/each}}", "trait.list[].name")]
    [InlineData("{{> who}}", "user.firstName")]
    [InlineData("{{> label label=trait.city}}", "trait.city")]
    public void A_missing_value_is_told_and_never_a_hole(string html, string name)
    {
        var bundle = Written.Email(html).With(("who", Written.Piece(TemplateKind.Partial, "{{user.firstName}}")), ("label", Written.Piece(TemplateKind.Partial, "{{label}}")));

        Assert.Equal(new Rendering.Missing(name), bundle.Render(Written.Person("""{"nulled":null,"blank":"  ","list":[{"x":1}]}""")));
    }

    [Fact]
    public void A_subject_that_comes_out_empty_is_missing() =>
        Assert.Equal(new Rendering.Missing("subject"), Written.Email("x", "{{#if trait.a}}x{{/if}}").With().Render(Written.Person()));

    [Theory]
    [InlineData("{{default user.firstName \"friend\"}}", "friend")]
    [InlineData("{{default trait.blank (default trait.city \"x\")}}", "x")]
    [InlineData("{{#if user.firstName}}a{{else if trait.list}}b{{else}}c{{/if}}", "b")]
    [InlineData("{{#unless trait.zero}}none{{/unless}}", "none")]
    [InlineData("{{#each trait.list}}{{@index}}{{default name \"?\"}}{{x}}{{#if @last}}.{{else}},{{/if}}{{@root.user.id}} {{else}}empty{{/each}}", "0?1,42 1B2.42 ")]
    [InlineData("{{#each trait.nothing}}x{{else}}empty{{/each}}", "empty")]
    [InlineData("{{#each trait.none}}x{{else}}empty{{/each}}", "empty")]
    [InlineData("{{#with trait.address}}{{city}}{{else}}nowhere{{/with}}", "nowhere")]
    [InlineData("{{trait.yes}} {{trait.price}} {{trait.zero}}", "true 2.50 0")]
    [InlineData("{{workspace.name}}", "Blue &amp; Notes")]
    [InlineData("a {{~user.id~}} b", "a42b")]
    [InlineData("{{#each trait.list as |item i|}}{{#each @root.trait.list}}{{i}}{{item.x}}{{x}} {{else}}{{/each}}{{else}}{{/each}}", "011 012 121 122 ")]
    public void Optional_values_are_said_to_be_so(string html, string expected) => Assert.Equal(
        expected,
        Written.Email(html).With().Render(Written.Person("""{"blank":"","none":[],"zero":0,"yes":true,"price":2.50,"list":[{"x":1},{"x":2,"name":"B"}]}""")).Parts().Html);

    [Fact]
    public void The_layout_goes_around_html_and_text()
    {
        var layout = Written.Piece(TemplateKind.Layout, "<html>{{user.id}}: {{{body}}}</html>", "{{{body}}}\n-- {{workspace.name}}");
        var mail = Written.Email("<p>{{trait.a}}</p>", text: "{{trait.a}}") with { Layout = "shop" };

        var parts = mail.With(("shop", layout)).Render(Written.Person("""{"a":"<{{user.id}}>"}""")).Parts();

        Assert.Equal(("<html>42: <p>&lt;{{user.id}}&gt;</p></html>", "<{{user.id}}>\n-- Blue & Notes"), (parts.Html, parts.Text));
    }

    [Fact]
    public void A_message_is_in_the_language_of_its_reader_with_its_partials()
    {
        TemplateParts In(string word) => new() { Body = word + " {{> bye}} {{date user.lastSeen}} {{money user.amount}}" };
        var sms = Written.Sms("") with
        {
            DefaultLanguage = "en",
            Languages = new Dictionary<string, TemplateParts> { ["en"] = In("Hello"), ["de"] = In("Hallo"), ["zh-Hans"] = In("你好") },
        };
        var bye = Written.Piece(TemplateKind.Partial, null) with
        {
            Languages = new Dictionary<string, TemplateParts> { ["en"] = new() { Text = "bye" }, ["zh"] = new() { Text = "再见" } },
        };
        string? Body(string traits) => sms.With(("bye", bye)).Render(Written.Person(traits)).Parts().Body;

        Assert.Equal("你好 再见 2026年1月5日 €0.00", Body("""{"language":"zh-Hans-CN"}"""));
        Assert.Equal("Hallo bye 5.1.2026 0,00\u00a0€", Body("""{"locale":"de_AT"}"""));
        Assert.Equal("Hello bye 5 January 2026 €0.00", Body("""{"language":"fr"}"""));
        Assert.Equal("Hello bye 5 January 2026 €0.00", Body("{}"));
    }

    [Fact]
    public void Dates_are_in_the_zone_of_the_reader()
    {
        var mail = Written.Email("{{date trait.at \"yyyy-MM-dd HH:mm\"}} {{date trait.day \"d MMM\"}} {{#if trait.at}}{{#each trait.list}}{{date this \"HH\"}}{{else}}{{/each}}{{/if}}").With();
        const string Traits = """ "at":"2026-03-29T00:30:00Z","day":"2026-03-29","list":["2026-03-29T12:00:00+02:00"] """;

        Assert.Equal("2026-03-29 01:30 29 Mar 12", mail.Render(Written.Person("{" + Traits + "}"), "Europe/Berlin").Parts().Html);
        Assert.Equal("2026-03-28 20:30 29 Mar 06", mail.Render(Written.Person("{\"timeZone\":\"America/New_York\"," + Traits + "}"), "Europe/Berlin").Parts().Html);
        Assert.Equal("2026-03-29 01:30 29 Mar 12", mail.Render(Written.Person("{\"timeZone\":\"Moon/Crater\"," + Traits + "}"), "Europe/Berlin").Parts().Html);
    }

    [Theory]
    [InlineData("en", "1234567.895", "USD", "$1,234,567.90")]
    [InlineData("en", "-5", "GBP", "-£5.00")]
    [InlineData("en", "300", "JPY", "¥300")]
    [InlineData("en", "300", "CNY", "300.00 CNY")]
    [InlineData("zh-Hans", "300", "CNY", "¥300.00")]
    [InlineData("zh-Hans", "300", "JPY", "300 JPY")]
    [InlineData("de", "1234.5", "EUR", "1.234,50 €")]
    [InlineData("fr", "1234.5", "CHF", "1\u202f234,50 CHF")]
    [InlineData("xx", "1.2345", "KWD", "1.235 KWD")]
    public void Amounts_are_written_as_the_language_has_it(string language, string amount, string currency, string expected) =>
        Assert.Equal(expected.Replace(' ', '\u00a0'), LanguageFormat.Of(language).Money(decimal.Parse(amount, CultureInfo.InvariantCulture), currency));

    [Theory]
    [InlineData("en", 1, "one")]
    [InlineData("en", 0, "many")]
    [InlineData("en", 2, "many")]
    [InlineData("zh", 1, "many")]
    public void One_and_many(string language, int count, string form) => Assert.Equal(form, LanguageFormat.Of(language).Plural(count, "one", "many"));

    [Fact]
    public void A_date_at_the_end_of_time_is_of_no_use() => Assert.IsType<Rendering.Unfit>(
        Written.Email("{{date trait.at}}").With().Render(Written.Person("""{"at":"9999-12-31T23:59:59Z"}"""), "Pacific/Kiritimati"));

    [Theory]
    [InlineData("{{date trait.word}}")]
    [InlineData("{{money trait.word}}")]
    [InlineData("{{money 3 trait.word}}")]
    [InlineData("{{plural trait.word \"a\" \"b\"}}")]
    public void A_value_of_no_use_is_told_without_quoting_it(string html)
    {
        var unfit = Assert.IsType<Rendering.Unfit>(Written.Email(html).With().Render(Written.Person("""{"word":"secret"}""")));

        Assert.DoesNotContain("secret", unfit.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_that_grows_too_large_is_stopped()
    {
        var items = string.Join(',', Enumerable.Repeat($"\"{new string('x', 1_000)}\"", 200));
        var twice = Written.Email("{{#each event.properties.a}}{{#each @root.event.properties.a}}{{this}}{{else}}{{/each}}{{else}}{{/each}}").With();

        Assert.StartsWith("html", Assert.IsType<Rendering.TooLarge>(twice.Render(Written.Person("{}", $$"""{"a":[{{items}}]}"""))).What, StringComparison.Ordinal);
        Assert.StartsWith("a list", Assert.IsType<Rendering.TooLarge>(twice.Render(Written.Person("{}", $$"""{"a":[{{items}},1]}"""))).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rendering_tells_logs_nothing_of_the_person() =>
        Assert.DoesNotContain("陈", Written.Email("{{user.firstName}}").With().Render(Written.Person(Nasty)).ToString(), StringComparison.Ordinal);
}
