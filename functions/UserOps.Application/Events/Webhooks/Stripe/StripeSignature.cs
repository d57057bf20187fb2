using System.Globalization;
using System.Text;

namespace UserOps.Application.Events.Webhooks.Stripe;

/// <summary><c>Stripe-Signature: t=1700000000,v1=…,v1=…</c>: hex HMAC-SHA256 of <c>t.body</c>.</summary>
internal sealed record StripeSignature(string Timestamp, long Seconds, IReadOnlyList<string> Claims)
{
    private const long ToleranceSeconds = 300;
    private const int MostClaims = 8;

    public static StripeSignature? Parse(string header)
    {
        string? timestamp = null;
        var claims = new List<string>();
        foreach (var part in header.Split(',', StringSplitOptions.TrimEntries))
        {
            if (part.StartsWith("t=", StringComparison.Ordinal))
            {
                timestamp = part[2..];
            }
            else if (part.StartsWith("v1=", StringComparison.Ordinal) && claims.Count < MostClaims)
            {
                claims.Add(part[3..]);
            }
        }

        return long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? new(timestamp, seconds, claims) : null;
    }

    public bool Fits(ReadOnlySpan<byte> body, ReadOnlySpan<byte> key, DateTimeOffset now)
    {
        if (Math.Abs(now.ToUnixTimeSeconds() - Seconds) > ToleranceSeconds)
        {
            return false;
        }

        var signed = new byte[Timestamp.Length + 1 + body.Length];
        Encoding.ASCII.GetBytes(Timestamp, signed);
        signed[Timestamp.Length] = (byte)'.';
        body.CopyTo(signed.AsSpan(Timestamp.Length + 1));
        foreach (var claim in Claims)
        {
            if (Signature.IsHex(claim, key, signed))
            {
                return true;
            }
        }

        return false;
    }
}
