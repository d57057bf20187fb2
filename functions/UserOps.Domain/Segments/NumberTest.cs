namespace UserOps.Domain.Segments;

/// <summary>Operators on numbers.</summary>
internal static class NumberTest
{
    public static bool Passes(Operator op, Operand? operand, decimal value) => (op, operand) switch
    {
        (Operator.LessThan, Operand.Number bound) => value < bound.Value,
        (Operator.AtMost, Operand.Number bound) => value <= bound.Value,
        (Operator.AtLeast, Operand.Number bound) => value >= bound.Value,
        (Operator.MoreThan, Operand.Number bound) => value > bound.Value,
        (Operator.Between, Operand.Range bounds) => value >= bounds.Low && value <= bounds.High,
        (Operator.Exists, _) => true,
        (Operator.Missing, _) => false,
        _ => ValueTest.Passes(op, operand, new FactValue.Number(value)),
    };

    /// <summary>Between two neighbours of these the answer is the same for all numbers.</summary>
    public static IEnumerable<decimal> Bounds(Operand? operand) => operand switch
    {
        Operand.Number number => [number.Value],
        Operand.Range range => [range.Low, range.High],
        Operand.List list => list.Values.SelectMany(Bounds),
        _ => [],
    };
}
