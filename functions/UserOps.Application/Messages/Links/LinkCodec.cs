using System.Buffers.Binary;
using System.Text;

namespace UserOps.Application.Messages.Links;

/// <summary>
/// A link as bytes: version, kind (one byte each), user key, message id, channel, purpose (each its length in a byte and ASCII); of a click also the target's hash (the same
/// way) and the expiry (seconds since 1970, eight bytes, big-endian).
/// </summary>
internal static class LinkCodec
{
    private const byte Version = 1;

    /// <exception cref="ArgumentException">A part is empty, longer than 200 characters or not printable ASCII.</exception>
    public static byte[] Write(SignedLink link)
    {
        var bytes = new List<byte> { Version, (byte)KindOf(link) };
        foreach (var part in new[] { link.UserKey, link.MessageId, link.Channel, link.Purpose })
        {
            Add(bytes, part);
        }

        if (link is SignedLink.Click click)
        {
            Add(bytes, click.TargetHash);
            var expires = new byte[8];
            BinaryPrimitives.WriteInt64BigEndian(expires, click.Expires.ToUnixTimeSeconds());
            bytes.AddRange(expires);
        }

        return [.. bytes];
    }

    /// <returns>Null unless <see cref="Write"/> writes exactly these bytes.</returns>
    public static SignedLink? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 2 || bytes[0] != Version)
        {
            return null;
        }

        var kind = (char)bytes[1];
        bytes = bytes[2..];
        if (Next(ref bytes) is not { } user || Next(ref bytes) is not { } message || Next(ref bytes) is not { } channel || Next(ref bytes) is not { } purpose)
        {
            return null;
        }

        return kind switch
        {
            'u' when bytes.IsEmpty => new SignedLink.Unsubscribe(user, message, channel, purpose),
            'p' when bytes.IsEmpty => new SignedLink.Preferences(user, message, channel, purpose),
            'o' when bytes.IsEmpty => new SignedLink.Open(user, message, channel, purpose),
            'c' when Next(ref bytes) is { } hash && bytes.Length == 8 && Instant(bytes) is { } expires => new SignedLink.Click(user, message, channel, purpose, hash, expires),
            _ => null,
        };
    }

    private static char KindOf(SignedLink link) => link switch
    {
        SignedLink.Unsubscribe => 'u',
        SignedLink.Preferences => 'p',
        SignedLink.Open => 'o',
        SignedLink.Click => 'c',
        _ => throw new ArgumentException("This link has no kind.", nameof(link)),
    };

    private static void Add(List<byte> bytes, string part)
    {
        if (part.Length is 0 or > 200 || part.Any(c => c is <= ' ' or > '~'))
        {
            throw new ArgumentException("A part of a link is 1 to 200 printable ASCII characters.", nameof(part));
        }

        bytes.Add((byte)part.Length);
        bytes.AddRange(Encoding.ASCII.GetBytes(part));
    }

    private static string? Next(ref ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || bytes[0] is 0 or > 200 || bytes.Length <= bytes[0])
        {
            return null;
        }

        var part = bytes.Slice(1, bytes[0]);
        bytes = bytes[(1 + part.Length)..];
        return part.ContainsAnyExceptInRange((byte)'!', (byte)'~') ? null : Encoding.ASCII.GetString(part);
    }

    private static DateTimeOffset? Instant(ReadOnlySpan<byte> bytes) =>
        BinaryPrimitives.ReadInt64BigEndian(bytes) is >= 0 and <= 253_402_300_799 and var seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
