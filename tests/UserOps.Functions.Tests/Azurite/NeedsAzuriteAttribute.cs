namespace UserOps.Functions.Tests.Azurite;

/// <summary>On a class that inherits a contract suite and runs it on Azurite.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAzuriteAttribute : RequirementAttribute
{
    public override string? Missing => AzuriteProcess.Missing;
}
