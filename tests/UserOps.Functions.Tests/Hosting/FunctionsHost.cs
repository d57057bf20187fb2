using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Functions.Hosting;
using UserOps.Functions.Journeys;
using UserOps.Functions.Queues;
using UserOps.Functions.Scoring;
using UserOps.Functions.Storage;
using UserOps.Functions.Tests.Azurite;

namespace UserOps.Functions.Tests.Hosting;

/// <summary>
/// The function app as it is put together for Core Tools on Azurite, with an account of its own. In place of the Functions host, this serves the HTTP functions at the
/// places that their triggers name, and <see cref="PumpAsync"/> delivers queue messages as host.json says.
/// </summary>
public sealed class FunctionsHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FunctionsHost(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;

    public HttpClient Client { get; private set; } = new();

    public static Task<FunctionsHost> StartAsync(params (string Key, string Value)[] settings) => StartAsync(_ => { }, settings);

    /// <param name="replace">Takes the place of what the test can't have as it is: the clock, the provider of e-mail.</param>
    public static async Task<FunctionsHost> StartAsync(Action<IServiceCollection> replace, params (string Key, string Value)[] settings)
    {
        ArgumentNullException.ThrowIfNull(replace);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Configuration.AddInMemoryCollection(
        [
            new("AZURE_FUNCTIONS_ENVIRONMENT", "Development"),
            new(StorageConnectionReader.Section, await AzuriteAccount.NewAsync()),
            .. settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)),
        ]);
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting().AddLogging().AddUserOpsFunctions(builder.Configuration);
        replace(builder.Services);
        var app = builder.Build();
        foreach (var function in HttpFunction.All)
        {
            app.MapMethods(function.Trigger.Route!, function.Trigger.Methods!, async context => await (await function.RunAsync(context.Request)).ExecuteAsync(context));
        }

        await app.StartAsync();
        return new(app) { Client = new() { BaseAddress = new(app.Urls.Single()) } };
    }

    /// <summary>An instance of a function's class, made anew as the worker makes one for each invocation.</summary>
    public T Function<T>() => ActivatorUtilities.CreateInstance<T>(Services);

    public QueueClient Queue(string name) => Services.GetRequiredService<AzureStorageClients>().Queue(name);

    /// <summary>Delivers messages until none is left, a failed one again at once instead of after the time that host.json sets.</summary>
    public async Task PumpAsync()
    {
        while (await PumpOnceAsync(QueueNames.Events, m => Function<ApplyMessage>().RunAsync(m, default)) + await PumpOnceAsync(
            QueueNames.PoisonedEvents, m => Function<BuryPoisonedMessage>().RunAsync(m, default)) > 0)
        {
        }
    }

    /// <summary>Delivers hints that a scoring run is wanted.</summary>
    public Task PumpScoringAsync(DurableTaskClient client) =>
        PumpOnceAsync(QueueNames.Scoring, m => Function<StartScoring>().RunAsync(m.Body.ToString(), client, default));

    /// <summary>Delivers hints that a run is to be woken.</summary>
    /// <returns>How many there were.</returns>
    public Task<int> PumpJourneysAsync(DurableTaskClient client) =>
        PumpOnceAsync(QueueNames.Journeys, m => Function<WakeJourneyRun>().RunAsync(m.Body.ToString(), client, default));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    /// <summary>One batch of a queue's messages, as the host delivers them: side by side, deleted when the function returns, moved when they came too often.</summary>
    private async Task<int> PumpOnceAsync(string name, Func<QueueMessage, Task> deliver)
    {
        var queue = Queue(name);
        QueueMessage[] messages = await queue.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(1));
        await Task.WhenAll(messages.Select(async message =>
        {
            try
            {
                await deliver(message);
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            }
            catch (MessageFailedException) when (message.DequeueCount < BuryPoisonedMessage.Deliveries)
            {
                await queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, visibilityTimeout: TimeSpan.Zero);
            }
        }));
        return messages.Length;
    }
}
