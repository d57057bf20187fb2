using System.Text.Json;

namespace UserOps.Domain.Segments;

/// <summary>All operators.</summary>
public static class OperatorCatalog
{
    private const FieldType Texts = FieldType.Text | FieldType.Choice | FieldType.Open;
    private const FieldType Numbers = FieldType.Number | FieldType.Open;
    private const FieldType Dates = FieldType.Instant | FieldType.Day | FieldType.Open;

    public static readonly IReadOnlyList<OperatorInfo> All =
    [
        New(Operator.Is, OperandType.One, Texts | Numbers | FieldType.YesNo | FieldType.State),
        New(Operator.IsNot, OperandType.One, Texts | Numbers | FieldType.YesNo | FieldType.State),
        New(Operator.In, OperandType.List, Texts | Numbers | FieldType.State),
        New(Operator.NotIn, OperandType.List, Texts | Numbers | FieldType.State),
        New(Operator.Contains, OperandType.Text, FieldType.Text | FieldType.Open),
        New(Operator.StartsWith, OperandType.Text, FieldType.Text | FieldType.Open),
        New(Operator.LessThan, OperandType.Number, Numbers),
        New(Operator.AtMost, OperandType.Number, Numbers),
        New(Operator.AtLeast, OperandType.Number, Numbers),
        New(Operator.MoreThan, OperandType.Number, Numbers),
        New(Operator.Between, OperandType.Range, Numbers),
        New(Operator.Before, OperandType.DayOrInstant, Dates),
        New(Operator.After, OperandType.DayOrInstant, Dates),
        New(Operator.OnDay, OperandType.Day, Dates),
        New(Operator.WithinLast, OperandType.Duration, Dates),
        New(Operator.NotWithinLast, OperandType.Duration, Dates),
        New(Operator.WithinNext, OperandType.Duration, Dates),
        New(Operator.AnniversaryWithinNext, OperandType.WholeDays, Dates),
        New(Operator.Has, OperandType.Tag, FieldType.Tags | FieldType.Set),
        New(Operator.HasNot, OperandType.Tag, FieldType.Tags | FieldType.Set),
        New(Operator.Exists, OperandType.Nothing, Texts | Numbers | Dates),
        New(Operator.Missing, OperandType.Nothing, Texts | Numbers | Dates),
    ];

    public static OperatorInfo Of(Operator op) => All[(int)op];

    /// <returns>Null when there is no such operator.</returns>
    public static OperatorInfo? Find(string written) => All.FirstOrDefault(op => op.Name == written);

    private static OperatorInfo New(Operator op, OperandType operand, FieldType types) => new(op, JsonNamingPolicy.CamelCase.ConvertName(op.ToString()), operand, types);
}
