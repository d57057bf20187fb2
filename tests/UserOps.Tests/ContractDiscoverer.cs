using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace UserOps.Tests;

/// <summary>An attribute of an abstract suite can't know what the class that inherits it needs, but its discoverer sees that class.</summary>
public sealed class ContractDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    private readonly FactDiscoverer _facts = new(diagnostics);
    private readonly TheoryDiscoverer _theories = new(diagnostics);

    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        if (testMethod.TestClass.Class.ToRuntimeType().GetCustomAttribute<RequirementAttribute>()?.Missing is { } reason)
        {
            return [new XunitSkippedDataRowTestCase(diagnostics, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod, reason)];
        }

        return factAttribute is IReflectionAttributeInfo { Attribute: TheoryAttribute }
            ? _theories.Discover(discoveryOptions, testMethod, factAttribute)
            : _facts.Discover(discoveryOptions, testMethod, factAttribute);
    }
}
