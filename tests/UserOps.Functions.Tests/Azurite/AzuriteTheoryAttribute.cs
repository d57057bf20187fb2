namespace UserOps.Functions.Tests.Azurite;

/// <summary>As <see cref="AzuriteFactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AzuriteTheoryAttribute : TheoryAttribute
{
    public AzuriteTheoryAttribute() => Skip = AzuriteProcess.Missing;
}
