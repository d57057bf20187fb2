using UserOps.Application.Messages.Templates;

namespace UserOps.Tests.Messages.Templates;

/// <summary>Well-written templates with characters taken out, put in and doubled: each is told what is wrong, or renders to a value.</summary>
public sealed class MangledTemplateTests
{
    private static readonly string[] Sources =
    [
        "<p>{{user.firstName}} {{~trait.[a b]~}} {{!-- x --}}{{default trait.a (default trait.b \"c\")}}</p>",
        "{{#if trait.a}}{{trait.a}}{{else if score.rfm}}{{score.rfm}}{{else}}-{{/if}}{{#unless trait.b}}x{{/unless}}",
        "{{#each trait.list as |item i|}}{{item.x}}{{i}}{{@index}}{{this.x}}{{@root.user.id}}{{else}}none{{/each}}",
        "{{#with trait.group}}{{y}}{{else}}{{date user.lastSeen \"d MMM\"}}{{/with}}{{money 3 'EUR'}}{{plural user.orders \"a\" \"b\"}}{{> p label=user.id}}",
    ];

    private const string Insertions = "{}}{#/>!~()|=\"'@.&^*[]\\ \nelse if this as 1-";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Nothing_that_somebody_may_write_breaks_the_check_or_the_rendering(int seed)
    {
        var random = new Random(seed);
        var partial = Written.Piece(TemplateKind.Partial, "<b>{{label}}</b>");
        var person = Written.Person("""{"a":"A","list":[{"x":1},{"x":2}],"group":{"y":"Y"},"a b":"AB","firstName":"F"}""");
        var rendered = 0;
        for (var i = 0; i < 400; i++)
        {
            var bundle = Written.Email(Mangled(Sources[random.Next(Sources.Length)], random)).With(("p", partial));
            if (TemplateCheck.Check(bundle).Count == 0)
            {
                rendered += bundle.Render(person) is Rendering.Rendered { Message.Parts.Html: { } html } && !html.Contains("{{", StringComparison.Ordinal) ? 1 : 0;
            }
        }

        Assert.InRange(rendered, 10, 390);
    }

    private static string Mangled(string source, Random random)
    {
        for (var times = random.Next(1, 4); times > 0 && source.Length > 1; times--)
        {
            var at = random.Next(source.Length);
            source = random.Next(3) switch
            {
                0 => source.Remove(at, Math.Min(random.Next(1, 3), source.Length - at)),
                1 => source.Insert(at, Insertions[random.Next(Insertions.Length)].ToString()),
                _ => source.Insert(at, source[at..Math.Min(at + random.Next(1, 8), source.Length)]),
            };
        }

        return source;
    }
}
