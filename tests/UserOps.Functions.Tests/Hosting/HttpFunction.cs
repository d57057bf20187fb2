using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace UserOps.Functions.Tests.Hosting;

/// <summary>A function with an HTTP trigger, as the Functions host would index it.</summary>
public sealed record HttpFunction(string Name, HttpTriggerAttribute Trigger, MethodInfo Method)
{
    public static IReadOnlyList<HttpFunction> All { get; } =
    [
        .. from function in FunctionMethods.All
           from parameter in function.Method.GetParameters()
           let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
           where trigger is not null
           select new HttpFunction(function.Name, trigger, function.Method),
    ];

    public Task<IResult> RunAsync(HttpRequest request) => (Task<IResult>)Method.Invoke(null, [request])!;
}
