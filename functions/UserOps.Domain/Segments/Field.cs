namespace UserOps.Domain.Segments;

/// <param name="Name">Of the trait, variable or property; null for fields that need none.</param>
public readonly record struct Field(FieldKind Kind, string? Name = null)
{
    public FieldInfo Info => FieldCatalog.Of(Kind);

    /// <summary>As it is written in a condition: <c>trait.city</c>.</summary>
    public override string ToString() => Info.Name + Name;
}
