using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Http;
using UserOps.Functions.Queues;

namespace UserOps.Functions.Tests.Hosting;

public sealed partial class FunctionMetadataTests
{
    [Fact]
    public void Functions_answer_at_the_same_places_under_the_same_names_as_the_local_host()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        app.MapUserOps();
        var mapped = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).Cast<RouteEndpoint>().Select(endpoint => Place(
            endpoint.Metadata.GetRequiredMetadata<IEndpointNameMetadata>().EndpointName,
            endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods,
            endpoint.RoutePattern.RawText!));

        Assert.NotEmpty(mapped);
        Assert.Equal(
            mapped.Order(StringComparer.Ordinal),
            HttpFunction.All.Select(f => Place(f.Name, f.Trigger.Methods!, f.Trigger.Route!)).Order(StringComparer.Ordinal));

        static string Place(string name, IEnumerable<string> methods, string template) => $"{name}: {Assert.Single(methods).ToUpperInvariant()} {template}";
    }

    [Fact]
    public void No_key_of_the_platform_is_asked_for_since_the_route_table_decides() =>
        Assert.All(HttpFunction.All, function => Assert.Equal(AuthorizationLevel.Anonymous, function.Trigger.AuthLevel));

    [Fact]
    public async Task Every_function_passes_the_gate_with_the_access_of_its_own_route()
    {
        foreach (var function in HttpFunction.All)
        {
            var route = Assert.Single(Routes.All, route => route.Name == function.Name);
            var policy = new RecordingPolicy();
            var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().AddSingleton<IAccessPolicy>(policy).BuildServiceProvider() };

            // Routes without a key go on to the handler, which has no services here and so ends in the gate's answer to faults.
            await function.RunAsync(context.Request);

            Assert.Equal(route.Access >= Access.WriteKey ? [route.Access] : [], policy.Asked);
        }
    }

    [Fact]
    public void Names_are_given_once_and_in_a_form_that_the_platform_takes()
    {
        Assert.Equal(FunctionMethods.All.Count, FunctionMethods.All.Select(f => f.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(FunctionMethods.All, function => Assert.Matches(FunctionName(), function.Name));
    }

    [Fact]
    public void Every_function_has_one_trigger_and_returns_a_task() => Assert.All(FunctionMethods.All, function =>
    {
        Assert.Single(function.Method.GetParameters(), p => p.GetCustomAttributes<TriggerBindingAttribute>().Any());
        Assert.True(typeof(Task).IsAssignableFrom(function.Method.ReturnType), function.Name);
    });

    [Fact]
    public void The_poison_queue_takes_over_after_the_application_has_given_up()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")));
        var queues = host.RootElement.GetProperty("extensions").GetProperty("queues");
        Assert.Equal(BuryPoisonedMessage.Deliveries, queues.GetProperty("maxDequeueCount").GetInt32());
        Assert.Equal("base64", queues.GetProperty("messageEncoding").GetString());
    }

    [Fact]
    public void Settings_that_triggers_name_are_in_the_example_for_local_work()
    {
        using var example = JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "functions", "UserOps.Functions", "local.settings.example.json")));
        var values = example.RootElement.GetProperty("Values");
        var named = FunctionMethods.All.SelectMany(f => f.Method.GetParameters()).SelectMany(p => p.GetCustomAttributes<TriggerBindingAttribute>())
            .SelectMany(trigger => trigger switch
            {
                TimerTriggerAttribute timer => [timer.Schedule.Trim('%')],
                QueueTriggerAttribute queue => [queue.Connection!],
                _ => Array.Empty<string>(),
            });
        Assert.All(named, name => Assert.True(values.TryGetProperty(name, out _), name));
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{1,126}$")]
    private static partial Regex FunctionName();

    private sealed class RecordingPolicy : IAccessPolicy
    {
        public List<Access> Asked { get; } = [];

        public IResult? Refuse(HttpRequest request, Access access)
        {
            Asked.Add(access);
            return Results.StatusCode(StatusCodes.Status418ImATeapot);
        }
    }
}
