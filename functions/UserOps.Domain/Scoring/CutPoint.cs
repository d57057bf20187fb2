using System.Text.Json.Serialization;

namespace UserOps.Domain.Scoring;

/// <summary>A boundary between two scores, exact: type-7 quantiles at k/5 of integers are whole fifths.</summary>
/// <param name="Fifths">Five times the boundary, in the dimension's unit (days, orders, minor units).</param>
public readonly record struct CutPoint(Int128 Fifths)
{
    /// <summary>In the dimension's unit.</summary>
    [JsonIgnore]
    public decimal Value => (decimal)Fifths / 5;

    /// <summary>The largest whole value below the boundary; more than this is 5·value ≥ 5·boundary. Clamped to 64 bits.</summary>
    [JsonIgnore]
    public long LastBelow => Saturated(FloorDivide(Fifths - 1, 5));

    public static CutPoint At(long value) => new((Int128)value * 5);

    /// <summary>Fractions finer than a fifth are rounded up to the next one, which leaves the same whole values below it.</summary>
    public static CutPoint At(decimal value) => new((Int128)decimal.Ceiling(value * 5));

    internal static Int128 FloorDivide(Int128 value, Int128 by) => value >= 0 ? value / by : -((-value + by - 1) / by);

    internal static long Saturated(Int128 value) =>
        value > long.MaxValue ? long.MaxValue : value < long.MinValue ? long.MinValue : (long)value;
}
