using System.Buffers.Text;
using System.Security.Cryptography;
using UserOps.Application.Users;

namespace UserOps.Application.Messages.Links;

/// <summary>
/// Makes and reads the tokens of signed links: base64url, without padding, of the link's bytes and the first 16 bytes of their HMAC-SHA256. The key is derived from the identity
/// key by HKDF, so that a link works as long as the person can be found, and one key tells nothing of the other.
/// Sources: https://www.rfc-editor.org/rfc/rfc5869, https://www.rfc-editor.org/rfc/rfc2104#section-5 (truncation)
/// </summary>
public sealed class LinkTokens
{
    private const int TagBytes = 16;
    private const int LongestToken = 2_000;

    private readonly byte[] _key;

    /// <exception cref="ArgumentException">The key is not 32 bytes.</exception>
    public LinkTokens(byte[] identityKey)
    {
        ArgumentNullException.ThrowIfNull(identityKey);
        if (identityKey.Length != UserKeys.IdentityKeyBytes)
        {
            throw new ArgumentException($"The identity key is {UserKeys.IdentityKeyBytes} bytes, not {identityKey.Length}.", nameof(identityKey));
        }

        _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, identityKey, 32, info: "userops/links/1"u8.ToArray());
    }

    /// <exception cref="ArgumentException">A part of the link is empty, longer than 200 characters or not printable ASCII.</exception>
    public string Write(SignedLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        var content = LinkCodec.Write(link);
        return Base64Url.EncodeToString([.. content, .. Tag(content)]);
    }

    /// <param name="token">Whatever stands in the address.</param>
    /// <param name="now">For clicks, which expire.</param>
    public LinkReading Read(string? token, DateTimeOffset now)
    {
        if (Bytes(token) is not { Length: > TagBytes } bytes
            || !CryptographicOperations.FixedTimeEquals(Tag(bytes.AsSpan()[..^TagBytes]), bytes.AsSpan()[^TagBytes..])
            || LinkCodec.Read(bytes.AsSpan()[..^TagBytes]) is not { } link)
        {
            return new LinkReading.Refused();
        }

        return link is SignedLink.Click click && click.Expires < now ? new LinkReading.Expired(click) : new LinkReading.Genuine(link);
    }

    private byte[] Tag(ReadOnlySpan<byte> content) => HMACSHA256.HashData(_key, content)[..TagBytes];

    /// <summary>One token has one spelling: padding, spaces and stray bits, which decoders overlook, make it another.</summary>
    private static byte[]? Bytes(string? token)
    {
        if (token is not { Length: > 0 and <= LongestToken } || !Base64Url.IsValid(token))
        {
            return null;
        }

        try
        {
            var bytes = Base64Url.DecodeFromChars(token);
            return Base64Url.EncodeToString(bytes) == token ? bytes : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
