using Xunit.Sdk;

namespace UserOps.Tests;

/// <summary>As <see cref="ContractFactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("UserOps.Tests.ContractDiscoverer", "UserOps.Tests")]
public sealed class ContractTheoryAttribute : TheoryAttribute;
