namespace UserOps.Tests;

/// <summary>On a class of <see cref="ContractFactAttribute"/> tests: what it needs of the machine.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class RequirementAttribute : Attribute
{
    /// <summary>Why its tests are skipped; null: they run.</summary>
    public abstract string? Missing { get; }
}
