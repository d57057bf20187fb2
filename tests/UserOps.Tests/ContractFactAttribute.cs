using Xunit.Sdk;

namespace UserOps.Tests;

/// <summary>A test of a contract suite. It is skipped where the class that inherits it has a <see cref="RequirementAttribute"/> that the machine does not meet.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("UserOps.Tests.ContractDiscoverer", "UserOps.Tests")]
public sealed class ContractFactAttribute : FactAttribute;
