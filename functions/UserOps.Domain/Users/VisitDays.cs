using System.Numerics;
using System.Text.Json.Serialization;
using UserOps.Domain.Scoring;

namespace UserOps.Domain.Users;

/// <summary>
/// The workspace days on which somebody was active, of the <see cref="Most"/> days up to the latest; immutable. The latest only moves on, and what it leaves behind counts for
/// nothing whenever it comes, so adding days is commutative, associative and idempotent.
/// </summary>
[JsonConverter(typeof(VisitDaysJson))]
public sealed class VisitDays : IEquatable<VisitDays>
{
    /// <summary>26 weeks.</summary>
    public const int Most = 26 * 7;

    public static readonly VisitDays None = new(0, BigInteger.Zero);

    private static readonly BigInteger Mask = (BigInteger.One << Most) - 1;

    private readonly int _latest;

    /// <summary>Bit n stands for the day n days before the latest.</summary>
    private readonly BigInteger _bits;

    private VisitDays(int latest, BigInteger bits) => (_latest, _bits) = (latest, bits);

    /// <summary>Days since 1970-01-01; null: none.</summary>
    public int? Latest => _bits.IsZero ? null : _latest;

    /// <param name="day">Workspace day, days since 1970-01-01.</param>
    public VisitDays With(int day)
    {
        if (_bits.IsZero || day - _latest >= Most)
        {
            return new(day, BigInteger.One);
        }

        if (day > _latest)
        {
            return new(day, ((_bits << (day - _latest)) & Mask) | BigInteger.One);
        }

        var bit = _latest - day >= Most ? BigInteger.Zero : BigInteger.One << (_latest - day);
        return (_bits & bit) == bit ? this : new(_latest, _bits | bit);
    }

    /// <summary>The weeks that hold such a day, of those of which no day has been left behind.</summary>
    public VisitWeeks Weeks()
    {
        if (_bits.IsZero)
        {
            return default;
        }

        var (latest, mask, bytes) = (VisitWeeks.WeekOf(_latest), 0, _bits.ToByteArray());
        for (var back = 0; back < Math.Min(Most, bytes.Length * 8); back++)
        {
            var weeksBack = latest - VisitWeeks.WeekOf(_latest - back);
            if (weeksBack < VisitWeeks.Most && (bytes[back / 8] & (1 << (back % 8))) != 0)
            {
                mask |= 1 << weeksBack;
            }
        }

        return new(latest, mask);
    }

    internal byte[] ToBytes()
    {
        var writer = new VarintWriter(8);
        writer.Write(_latest);
        return [.. writer.ToArray(), .. _bits.ToByteArray(isUnsigned: true)];
    }

    internal static VisitDays FromBytes(ReadOnlySpan<byte> bytes)
    {
        var reader = new VarintReader(bytes);
        var latest = (int)reader.Read();
        return new(latest, new BigInteger(reader.Rest, isUnsigned: true) & Mask);
    }

    public bool Equals(VisitDays? other) => other is not null && _bits == other._bits && Latest == other.Latest;

    public override bool Equals(object? obj) => Equals(obj as VisitDays);

    public override int GetHashCode() => HashCode.Combine(Latest, _bits);
}
