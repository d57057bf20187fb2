namespace UserOps.Domain.Segments;

/// <param name="Name">As it is written.</param>
/// <param name="Types">Fields it goes with.</param>
public sealed record OperatorInfo(Operator Operator, string Name, OperandType Operand, FieldType Types);
