using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using UserOps.Functions.Queues;

namespace UserOps.Functions.Tests.Hosting;

/// <summary>Every function of the app.</summary>
public static class FunctionMethods
{
    public static IReadOnlyList<(string Name, MethodInfo Method)> All { get; } =
    [
        .. from type in typeof(QueueNames).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           select (function.Name, method),
    ];
}
