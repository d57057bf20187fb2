namespace UserOps.Functions.Tests.Azurite;

/// <summary>A test that talks to Azurite: skipped by hand where it can't be started, failing in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AzuriteFactAttribute : FactAttribute
{
    public AzuriteFactAttribute() => Skip = AzuriteProcess.Missing;
}
