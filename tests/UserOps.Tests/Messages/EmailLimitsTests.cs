using UserOps.Application.Messages;

namespace UserOps.Tests.Messages;

public sealed class EmailLimitsTests
{
    private static readonly EmailToSend Good = new() { To = "ada@example.com", Subject = "Hello 😀", Html = "<p>Hello</p>", PlainText = "Hello" };

    [Fact]
    public void Whole_message_is_not_refused()
    {
        Assert.Null(EmailLimits.Refuse(Good));
        Assert.Null(EmailLimits.Refuse(Good with { Html = null }));
        Assert.Null(EmailLimits.Refuse(Good with { PlainText = null }));
        Assert.Null(EmailLimits.Refuse(Good with { To = "o'neill+shop@müller.example" }));
        Assert.Null(EmailLimits.Refuse(Good with { Headers = OneClickUnsubscribe.Headers(new("https://shop.example/u/abc")) }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ada")]
    [InlineData("@example.com")]
    [InlineData("ada@")]
    [InlineData("ada@example.com,bob@example.com")]
    [InlineData("ada@example.com;bob")]
    [InlineData("Ada <ada@example.com>")]
    [InlineData("ada@home@example.com")]
    [InlineData("ada @example.com")]
    [InlineData("ada@example.com\r\nBcc:bob")]
    public void Anything_but_one_address_is_refused(string to) => AssertRefused(EmailLimits.RecipientInvalid, Good with { To = to });

    [Fact]
    public void Address_longer_than_any_is_refused() =>
        AssertRefused(EmailLimits.RecipientInvalid, Good with { To = new string('a', 310) + "@example.com" });

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("Hello\r\nBcc: bob@example.com")]
    public void Subject_that_is_no_line_of_text_is_refused(string subject) => AssertRefused(EmailLimits.SubjectInvalid, Good with { Subject = subject });

    [Fact]
    public void Message_without_content_is_refused() => AssertRefused(EmailLimits.ContentMissing, Good with { Html = " ", PlainText = null });

    /// <summary>Attributes can't hold such text.</summary>
    [Fact]
    public void Character_cut_in_half_is_refused()
    {
        foreach (var text in new[] { "cut \ud83d", "\ude00 cut", "\ude00\ud83d" })
        {
            AssertRefused(EmailLimits.ContentInvalid, Good with { Html = text });
            AssertRefused(EmailLimits.ContentInvalid, Good with { PlainText = "😀" + text });
            AssertRefused(EmailLimits.SubjectInvalid, Good with { Subject = text });
            AssertRefused(EmailLimits.RecipientInvalid, Good with { To = text.Replace(" ", "", StringComparison.Ordinal) + "@example.com" });
        }
    }

    [Theory]
    [InlineData("", "x")]
    [InlineData("X Y", "x")]
    [InlineData("X:", "x")]
    [InlineData("X-Größe", "x")]
    [InlineData("X-Empty", "")]
    [InlineData("X-Two", "a\r\nBcc: bob@example.com")]
    [InlineData("bcc", "bob@example.com")]
    [InlineData("From", "bob@example.com")]
    public void Header_that_breaks_the_message_or_adds_people_is_refused(string name, string value) =>
        AssertRefused(EmailLimits.HeaderInvalid, Good with { Headers = new Dictionary<string, string> { [name] = value } });

    /// <summary>An angle bracket travels as six bytes, a letter as one.</summary>
    [Theory]
    [InlineData('a', 1)]
    [InlineData('<', 6)]
    public void Message_over_ten_megabytes_as_it_travels_is_refused(char letter, int bytes)
    {
        Assert.Null(EmailLimits.Refuse(Good with { Html = new string(letter, (EmailLimits.MaxBytes / bytes) - 100) }));
        AssertRefused(EmailLimits.TooLarge, Good with { Html = new string(letter, (EmailLimits.MaxBytes / bytes) + 1) });
        AssertRefused(EmailLimits.TooLarge, Good with { Html = new string(letter, EmailLimits.MaxBytes / bytes / 2), PlainText = new string(letter, EmailLimits.MaxBytes / bytes / 2) });
    }

    [Fact]
    public void Text_of_a_message_tells_nothing_of_it() => Assert.Equal("EmailToSend", $"{Good}");

    [Fact]
    public void One_click_unsubscribing_takes_an_https_address()
    {
        var headers = OneClickUnsubscribe.Headers(new("https://shop.example/u/a%20b?x=1"));

        Assert.Equal("<https://shop.example/u/a%20b?x=1>", headers["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", headers["List-Unsubscribe-Post"]);
        Assert.Throws<ArgumentException>(() => OneClickUnsubscribe.Headers(new("http://shop.example/u")));
        Assert.Throws<ArgumentException>(() => OneClickUnsubscribe.Headers(new("/u", UriKind.Relative)));
    }

    [Fact]
    public async Task Without_a_provider_every_message_is_refused_and_none_is_called_unsent()
    {
        var none = new NoEmail();

        Assert.Equal(new EmailOutcome.Refused("no-email", Permanent: true), await none.SendAsync(Good, Guid.NewGuid(), default));
        Assert.Equal(new EmailStanding.CannotTell(null), await none.AskAsync(Guid.NewGuid(), default, default));
    }

    private static void AssertRefused(string code, EmailToSend message) =>
        Assert.Equal(new EmailOutcome.Refused(code, Permanent: true), EmailLimits.Refuse(message));
}
