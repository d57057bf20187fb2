using System.Globalization;
using Microsoft.AspNetCore.Http;
using UserOps.Application.Settings;

namespace UserOps.Application.Events.Webhooks.Standard;

/// <summary>Checks signatures of Standard Webhooks 1.0. Source: https://github.com/standard-webhooks/standard-webhooks</summary>
internal static class StandardSignature
{
    private const long ToleranceSeconds = 300;
    private const int MostClaims = 8;

    /// <param name="body">As sent.</param>
    /// <param name="secrets"><c>whsec_…</c>; any of them will do.</param>
    /// <param name="now">Of the system's clock.</param>
    public static bool IsGenuine(IHeaderDictionary headers, ReadOnlySpan<byte> body, IEnumerable<string> secrets, DateTimeOffset now)
    {
        var (id, timestamp) = (headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString());
        if (id.Length is 0 or > 256
            || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - seconds) > ToleranceSeconds)
        {
            return false;
        }

        var signed = SignedContent.Of(id, timestamp, body);
        var claims = headers["webhook-signature"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostClaims)
            .Where(claim => claim.StartsWith("v1,", StringComparison.Ordinal))
            .Select(claim => claim[3..])
            .ToList();
        return secrets.Any(secret => claims.Any(claim => Signature.IsBase64(claim, StandardSecret.Decode(secret), signed)));
    }
}
