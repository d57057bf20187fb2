using System.Reflection;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace UserOps.Functions.Tests.Durable;

/// <summary>Orchestrators and activities by name: those of an assembly as the worker would find them, and those that a test adds.</summary>
internal sealed class FunctionCatalog(JsonSerializerOptions json)
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;

    private readonly Dictionary<string, OrchestratorFunction> _orchestrators = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ActivityFunction> _activities = new(StringComparer.OrdinalIgnoreCase);

    public OrchestratorFunction Orchestrator(string name) => _orchestrators.GetValueOrDefault(name) ?? throw new InvalidOperationException($"No orchestrator '{name}'.");

    public ActivityFunction? Activity(string name) => _activities.GetValueOrDefault(name);

    public void Add(string name, OrchestratorFunction orchestrator) => _orchestrators.Add(name, orchestrator);

    public void Add(string name, ActivityFunction activity) => _activities.Add(name, activity);

    /// <summary>Every public method with <c>[Function]</c> and one of the two triggers.</summary>
    public void AddAll(Assembly assembly, IServiceProvider services)
    {
        foreach (var method in assembly.GetTypes().SelectMany(type => type.GetMethods(Any)))
        {
            if (method.GetCustomAttribute<FunctionAttribute>()?.Name is not { } name)
            {
                continue;
            }

            if (Has<OrchestrationTriggerAttribute>(method))
            {
                Add(name, (context, options) => Finish(Invoke(method, services, p => p.ParameterType == typeof(TaskOrchestrationContext) ? context : null)));
            }
            else if (Has<ActivityTriggerAttribute>(method))
            {
                Add(name, async text =>
                {
                    var output = await Finish(Invoke(method, services, p =>
                        p.IsDefined(typeof(ActivityTriggerAttribute)) ? text is null ? null : JsonSerializer.Deserialize(text, p.ParameterType, json)
                        : p.ParameterType == typeof(CancellationToken) ? CancellationToken.None
                        : throw new NotSupportedException($"{name} has a parameter '{p.Name}' that this host cannot bind.")));
                    return output is null ? null : JsonSerializer.Serialize(output, output.GetType(), json);
                });
            }
        }
    }

    /// <summary>The result of whatever a function returns: a task with or without one, or a plain value.</summary>
    public static async Task<object?> Finish(object? returned)
    {
        if (returned is not Task task)
        {
            return returned;
        }

        await task;
        return task.GetType().GetProperty("Result")?.GetValue(task) is { } result && result.GetType().Name != "VoidTaskResult" ? result : null;
    }

    private static object? Invoke(MethodInfo method, IServiceProvider services, Func<ParameterInfo, object?> bind) => method.Invoke(
        method.IsStatic ? null : ActivatorUtilities.CreateInstance(services, method.DeclaringType!),
        BindingFlags.DoNotWrapExceptions,
        null,
        [.. method.GetParameters().Select(bind)],
        null);

    private static bool Has<T>(MethodInfo method)
        where T : Attribute => method.GetParameters().Any(p => p.IsDefined(typeof(T)));
}
