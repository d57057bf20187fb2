namespace UserOps.Domain.Segments;

/// <summary>One field that conditions can ask about.</summary>
/// <param name="Name">As it is written; when it ends in a point, a name of the marketer's own follows.</param>
/// <param name="Source">Decides where the field is known at all.</param>
/// <param name="Meaning">For the console.</param>
/// <param name="Choices">Of a <see cref="FieldType.Choice"/> or <see cref="FieldType.State"/>: all values there are.</param>
/// <param name="Bounds">Of a <see cref="FieldType.Number"/>: the lowest and highest there is; null: any.</param>
/// <param name="NameForm">Of a field that a name follows; null: any name.</param>
public sealed record FieldInfo(
    FieldKind Kind, string Name, FieldType Type, FieldSource Source, string Meaning, IReadOnlyList<string>? Choices = null, (int Lowest, int Highest)? Bounds = null,
    FieldNameForm? NameForm = null)
{
    public bool IsPrefix => Name.EndsWith('.');

    public ConditionScope Scope => Source switch
    {
        FieldSource.Variables => ConditionScope.Variables,
        FieldSource.Event => ConditionScope.Event,
        _ => ConditionScope.User,
    };

    public IEnumerable<OperatorInfo> Operators => OperatorCatalog.All.Where(op => (op.Types & Type) != 0);
}
