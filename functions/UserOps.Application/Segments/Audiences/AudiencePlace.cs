using System.Globalization;
using UserOps.Application.Users;
using UserOps.Domain.Scoring;

namespace UserOps.Application.Segments.Audiences;

/// <summary>A user's place in the order of audiences.</summary>
public sealed record AudiencePlace(byte Bucket, string UserKey) : IComparable<AudiencePlace>
{
    /// <summary>Before all users of a bucket: 2 is the first of the characters that keys are written in.</summary>
    public static AudiencePlace StartOf(byte bucket) => new(bucket, UserKeys.Prefix + new string('2', 26));

    public static AudiencePlace Of(string userKey) => new(Buckets.Of(userKey), userKey);

    /// <returns>Null: it is none that was shown.</returns>
    public static AudiencePlace? Parse(string text) =>
        text.Length > 3 && text[2] == '~' && byte.TryParse(text.AsSpan(0, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bucket) && UserKeys.IsKey(text[3..])
            ? new(bucket, text[3..])
            : null;

    public int CompareTo(AudiencePlace? other) =>
        other is null ? 1 : Bucket != other.Bucket ? Bucket.CompareTo(other.Bucket) : string.CompareOrdinal(UserKey, other.UserKey);

    public override string ToString() => $"{Bucket:x2}~{UserKey}";
}
