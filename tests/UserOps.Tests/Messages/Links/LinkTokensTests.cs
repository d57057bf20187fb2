using System.Buffers.Text;
using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using UserOps.Application.Messages.Links;
using UserOps.Application.Users;
using UserOps.Domain.Users;

namespace UserOps.Tests.Messages.Links;

public sealed class LinkTokensTests
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /// <summary>Made by another program from RFC 5869 and RFC 2104.</summary>
    private const string FirstVersion = "AXUcdX5hYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYQdtfnJ-c34wBWVtYWlsCW1hcmtldGluZ8ryooK8hdkhVZWYiygJw9Y";

    private static readonly byte[] IdentityKey = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly DateTimeOffset Noon = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly string User = new UserKeys(IdentityKey).Of(Identifier.OfEmail("ada@example.com"));
    private static readonly LinkTokens Tokens = new(IdentityKey);

    private static readonly SignedLink.Click Click =
        new(User, "m~run~welcome~0", "email", "marketing", ClickTarget.HashOf("https://shop.example/?a=1"), Noon.AddDays(90));

    private static readonly SignedLink[] All =
    [
        new SignedLink.Unsubscribe(User, "m~run~welcome~0", "email", "marketing"),
        new SignedLink.Preferences(User, "m~run~welcome~0", "email", "marketing"),
        new SignedLink.Open(User, "m~run~welcome~0", "email", "marketing"),
        Click,
    ];

    [Fact]
    public void What_was_written_is_read_and_fits_an_address_as_it_is()
    {
        foreach (var link in All)
        {
            var token = Tokens.Write(link);

            Assert.Equal(new LinkReading.Genuine(link), Tokens.Read(token, Noon));
            Assert.All(token, c => Assert.Contains(c, Letters));
            Assert.InRange(token.Length, 1, 200);
        }
    }

    [Fact]
    public void A_link_holds_nothing_that_tells_who_it_is()
    {
        var bytes = System.Text.Encoding.Latin1.GetString(Base64Url.DecodeFromChars(Tokens.Write(All[0])));

        Assert.DoesNotContain("ada", bytes, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(User, bytes, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_letter_changed_added_or_taken_away_is_refused()
    {
        foreach (var token in All.Select(Tokens.Write))
        {
            for (var i = 0; i < token.Length; i++)
            {
                foreach (var letter in Letters.Where(letter => letter != token[i]))
                {
                    AssertRefused(token[..i] + letter + token[(i + 1)..]);
                }

                AssertRefused(token[..i]);
                AssertRefused(token[..i] + token[(i + 1)..]);
            }

            Assert.All(["=", "==", "A", " ", "\n", "%3D"], tail => AssertRefused(token + tail));
            AssertRefused(" " + token);
        }
    }

    [Fact]
    public void One_kind_of_link_can_not_be_made_into_another()
    {
        var bytes = Base64Url.DecodeFromChars(Tokens.Write(All[2]));
        foreach (var kind in "upc")
        {
            bytes[1] = (byte)kind;
            AssertRefused(Base64Url.EncodeToString(bytes));
        }

        Assert.Equal(All.Length, All.Select(Tokens.Write).Distinct().Count());
    }

    /// <summary>Parts are told apart by their lengths: no sign can move from one to the next under the same signature.</summary>
    [Fact]
    public void No_two_links_have_the_same_token() =>
        Prop.ForAll(
            (from a in Parts from b in Parts select (a, b)).ToArbitrary(),
            x => (Tokens.Write(x.a) == Tokens.Write(x.b)) == (x.a == x.b) && Tokens.Read(Tokens.Write(x.a), Noon).Equals(new LinkReading.Genuine(x.a))).QuickCheckThrowOnFailure();

    [Fact]
    public void Another_hosts_links_are_refused_and_the_identity_key_itself_signs_none()
    {
        AssertRefused(new LinkTokens([.. IdentityKey.Reverse()]).Write(All[0]));
        var content = Base64Url.DecodeFromChars(Tokens.Write(All[0]))[..^16];
        AssertRefused(Base64Url.EncodeToString([.. content, .. HMACSHA256.HashData(IdentityKey, content)[..16]]));
        Assert.Throws<ArgumentException>(() => new LinkTokens(new byte[16]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AQ")]
    [InlineData("not a token")]
    [InlineData("../../etc/passwd")]
    [InlineData("äöü")]
    public void Nonsense_is_refused(string? token) => AssertRefused(token);

    [Fact]
    public void Whatever_is_signed_but_no_link_is_refused()
    {
        AssertRefused(new string('A', 1_000_000));
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, IdentityKey, 32, info: "userops/links/1"u8.ToArray());
        foreach (var content in (byte[][])[[], [1], [2, (byte)'u'], [1, (byte)'u', 1], [1, (byte)'x', 1, 65, 1, 65, 1, 65, 1, 65], [1, (byte)'u', 1, 65, 1, 65, 1, 65, 1, 65, 1],
            [1, (byte)'u', 1, 65, 0, 1, 65, 1, 65], [1, (byte)'u', 1, 7, 1, 65, 1, 65, 1, 65], [1, (byte)'c', 1, 65, 1, 65, 1, 65, 1, 65, 1, 65, 255, 0, 0, 0, 0, 0, 0, 0]])
        {
            AssertRefused(Base64Url.EncodeToString([.. content, .. HMACSHA256.HashData(key, content)[..16]]));
        }
    }

    /// <summary>The form is kept for ever: letters that were sent years ago have to work.</summary>
    [Fact]
    public void A_link_of_the_first_version_is_read() =>
        Assert.Equal(new LinkReading.Genuine(new SignedLink.Unsubscribe("u~aaaaaaaaaaaaaaaaaaaaaaaaaa", "m~r~s~0", "email", "marketing")), Tokens.Read(FirstVersion, Noon.AddYears(50)));

    [Fact]
    public void A_click_leads_nowhere_after_its_time_and_nothing_else_ever_ends()
    {
        Assert.Equal(new LinkReading.Genuine(Click), Tokens.Read(Tokens.Write(Click), Click.Expires));
        Assert.Equal(new LinkReading.Expired(Click), Tokens.Read(Tokens.Write(Click), Click.Expires.AddSeconds(1)));
        Assert.All(All[..3], link => Assert.Equal(new LinkReading.Genuine(link), Tokens.Read(Tokens.Write(link), Noon.AddYears(100))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("größe")]
    public void A_part_that_fits_no_link_is_refused_when_it_is_written(string part)
    {
        Assert.Throws<ArgumentException>(() => Tokens.Write(All[0] with { Channel = part }));
        Assert.Throws<ArgumentException>(() => Tokens.Write(All[0] with { MessageId = part.PadLeft(201, 'x') }));
    }

    private static Gen<SignedLink> Parts =>
        from texts in Gen.ArrayOf(Gen.Elements("a", "aa", "b", "ab", "email", "all"), 4)
        from kind in Gen.Choose(0, 3)
        select kind switch
        {
            0 => new SignedLink.Unsubscribe(texts[0], texts[1], texts[2], texts[3]),
            1 => new SignedLink.Preferences(texts[0], texts[1], texts[2], texts[3]),
            2 => new SignedLink.Open(texts[0], texts[1], texts[2], texts[3]),
            _ => (SignedLink)new SignedLink.Click(texts[0], texts[1], texts[2], texts[3], texts[0] + "z", Noon),
        };

    private static void AssertRefused(string? token) => Assert.IsType<LinkReading.Refused>(Tokens.Read(token, Noon));
}
