namespace UserOps.Domain.Segments;

/// <summary>One field that conditions can ask about.</summary>
/// <param name="Name">As it is written; when it ends in a point, a name of the marketer's own follows.</param>
/// <param name="Scope">Known only there.</param>
/// <param name="Meaning">For the console.</param>
/// <param name="Choices">Of a <see cref="FieldType.Choice"/>: all values there are.</param>
/// <param name="Bounds">Of a <see cref="FieldType.Number"/>: the lowest and highest there is; null: any.</param>
public sealed record FieldInfo(
    FieldKind Kind, string Name, FieldType Type, ConditionScope Scope, string Meaning, IReadOnlyList<string>? Choices = null, (int Lowest, int Highest)? Bounds = null)
{
    public bool IsPrefix => Name.EndsWith('.');

    public IEnumerable<OperatorInfo> Operators => OperatorCatalog.All.Where(op => (op.Types & Type) != 0);
}
