using System.Security.Cryptography;
using System.Text;
using UserOps.Domain;
using UserOps.Domain.Messages;
using UserOps.Domain.Users;

namespace UserOps.Application.Users;

/// <summary>
/// From identifiers to partitions: <c>u~</c> and base32(HMAC-SHA256(identity key, canonical identifier)), 26 characters. Without the identity key nobody can
/// tell whether a partition is a given person's; were it lost or changed, nobody would be found again.
/// </summary>
public sealed class UserKeys
{
    public const int IdentityKeyBytes = 32;
    public const string Prefix = "u~";
    private const string HashPrefix = "h~";

    private static readonly System.Buffers.SearchValues<char> Base32 = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz234567");

    private readonly byte[] _identityKey;

    /// <exception cref="ArgumentException">The key is not 32 bytes.</exception>
    public UserKeys(byte[] identityKey)
    {
        ArgumentNullException.ThrowIfNull(identityKey);
        if (identityKey.Length != IdentityKeyBytes)
        {
            throw new ArgumentException($"The identity key is {IdentityKeyBytes} bytes, not {identityKey.Length}.", nameof(identityKey));
        }

        _identityKey = identityKey;
    }

    /// <summary>Other keys are derived from it.</summary>
    internal byte[] IdentityKey => _identityKey;

    public static bool IsKey(string text) =>
        text.Length == Prefix.Length + 26 && text.StartsWith(Prefix, StringComparison.Ordinal) && text.AsSpan(Prefix.Length).IndexOfAnyExcept(Base32) < 0;

    public string Of(Identifier identifier) => Prefix + Keyed(identifier.Canonical);

    /// <summary>Where the hash of an e-mail address leads on from: a partition of its own kind, no user's.</summary>
    internal string OfEmailHash(EmailHash hash) => HashPrefix + Keyed($"email-sha256\n{hash.Hex}");

    /// <summary>
    /// What suppression knows an address by; 26 characters. E-mail is compared as <see cref="Identifier.OfEmail"/> does, anything else as it is written, and the same text on
    /// another channel is another address. It is no partition's key, so that a list of suppressed addresses leads to nobody.
    /// </summary>
    /// <param name="channel">Such as <c>email</c>.</param>
    public string OfAddress(string channel, string address) =>
        Keyed($"address:{channel}\n{(channel == MessageNames.Email ? Identifier.OfEmail(address).Value : address.Trim())}");

    private string Keyed(string text)
    {
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(_identityKey, Encoding.UTF8.GetBytes(text), hash);
        return HashText.Encode(hash);
    }
}
