namespace UserOps.Domain.Segments;

/// <summary>Whether a value is one, or one of several.</summary>
internal static class ValueTest
{
    public static bool Passes(Operator op, Operand? operand, FactValue? value) => op switch
    {
        Operator.IsNot => !Is(operand, value),
        Operator.NotIn => !Passes(Operator.In, operand, value),
        Operator.In => ((Operand.List)operand!).Values.Any(one => Is(one, value)),
        _ => Is(operand, value),
    };

    private static bool Is(Operand? operand, FactValue? value) => (operand, value) switch
    {
        (Operand.Text a, FactValue.Text b) => string.Equals(a.Value, b.Value, StringComparison.OrdinalIgnoreCase),
        (Operand.Number a, FactValue.Number b) => a.Value == b.Value,
        (Operand.YesNo a, FactValue.YesNo b) => a.Value == b.Value,
        _ => false,
    };
}
