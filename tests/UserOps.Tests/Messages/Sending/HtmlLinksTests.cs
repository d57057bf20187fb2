using UserOps.Application.Messages.Sending;

namespace UserOps.Tests.Messages.Sending;

public sealed class HtmlLinksTests
{
    [Theory]
    [InlineData("""<a href="https://a.example/">x</a>""", """<a href="[https://a.example/]">x</a>""")]
    [InlineData("""<A CLASS=x HREF='https://a.example/?a=1&amp;b=2'>x</A>""", """<A CLASS=x HREF='[https://a.example/?a=1&amp;b=2]'>x</A>""")]
    [InlineData("<a href=https://a.example/x>x</a>", """<a href="[https://a.example/x]">x</a>""")]
    [InlineData("<a href = https://a.example class=b>x</a>", """<a href = "[https://a.example]" class=b>x</a>""")]
    [InlineData("<a\n\thref\n=\n\"https://a.example/\"\n>x</a>", "<a\n\thref\n=\n\"[https://a.example/]\"\n>x</a>")]
    [InlineData("""<a title="a > b" data-href="https://b.example" href="https://a.example">x</a>""", """<a title="a > b" data-href="https://b.example" href="[https://a.example]">x</a>""")]
    [InlineData("""<a href="https://a.example" href="https://b.example">x</a>""", """<a href="[https://a.example]" href="https://b.example">x</a>""")]
    [InlineData("""<area/href="https://a.example"/>""", """<area/href="[https://a.example]"/>""")]
    [InlineData("""<a href="  https://a.example  ">x</a>""", """<a href="[https://a.example]">x</a>""")]
    [InlineData("""1 < 2 <a href="https://a.example">x</a> & 3 > 2""", """1 < 2 <a href="[https://a.example]">x</a> & 3 > 2""")]
    [InlineData("""<![CDATA[ x ]]> <!doctype html><?x?><a href="https://a.example">x</a>""", """<![CDATA[ x ]]> <!doctype html><?x?><a href="[https://a.example]">x</a>""")]
    [InlineData("""<!--><a href="https://a.example">x</a>""", """<!--><a href="[https://a.example]">x</a>""")]
    [InlineData("""<title><a></title><a href="https://a.example">x</a>""", """<title><a></title><a href="[https://a.example]">x</a>""")]
    public void A_link_leads_elsewhere_and_all_else_stays(string html, string expected) => Assert.Equal(expected, Rewritten(html));

    [Theory]
    [InlineData("""<link href="https://a.example"><base href="https://a.example"><img src="https://a.example">""")]
    [InlineData("""<a>x</a><a href>x</a><a href=>x</a><a href="">x</a>""")]
    [InlineData("""<!-- <a href="https://a.example">x</a> -->""")]
    [InlineData("""<!--[if mso]><a href="https://a.example">x</a><![endif]-->""")]
    [InlineData("""<style>a::after { content: '<a href="https://a.example">' }</style>""")]
    [InlineData("""<script>"</scripty><a href='https://a.example'>"</script >""")]
    [InlineData("""<a href="https://a.example""")]
    [InlineData("""<a href="https://a.example" """)]
    [InlineData("<a href='https://a.example")]
    [InlineData("<")]
    [InlineData("</")]
    [InlineData("<!--")]
    [InlineData("<a")]
    [InlineData("<a href")]
    [InlineData("<a href=")]
    [InlineData("</a href=\"https://a.example\">")]
    [InlineData("<plaintext><a href=\"https://a.example\">")]
    [InlineData("<abbr href=\"https://a.example\">")]
    public void What_is_no_link_stays(string html) => Assert.Equal(html, Rewritten(html));

    [Theory]
    [InlineData("<body><p>x</p></body></html>", "<body><p>x</p>[o]</body></html>")]
    [InlineData("<BODY>x</BODY >", "<BODY>x[o]</BODY >")]
    [InlineData("<!-- </body> -->x", "<!-- </body> -->x[o]")]
    [InlineData("x", "x[o]")]
    public void The_pixel_comes_last(string html, string expected) => Assert.Equal(expected, HtmlLinks.Rewrite(html, _ => null, "[o]"));

    private static string Rewritten(string html) => HtmlLinks.Rewrite(html, address => address.Length == 0 ? null : $"[{address}]", null);
}
