using Azure.Data.Tables;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application;
using UserOps.Application.Events;
using UserOps.Application.Journeys;
using UserOps.Application.Messages;
using UserOps.Application.Queues;
using UserOps.Application.Settings;
using UserOps.Application.Storage;
using UserOps.Domain.Events;
using UserOps.Functions.Queues;
using UserOps.Functions.Storage;
using UserOps.Tests.Journeys.Running;

namespace UserOps.Functions.Tests.Azurite;

/// <summary>The application over the Azure adapters, with a table and a queue of its own on Azurite.</summary>
public sealed class AzureWorld
{
    private readonly TableClient _table;
    private readonly QueueClient _queue;
    private readonly ServiceProvider _services;

    private AzureWorld(TableClient table, QueueClient queue, AzureStorageClients clients, UserOpsSettings settings, TimeProvider clock)
    {
        (_table, _queue) = (table, queue);
        _services = new ServiceCollection()
            .AddUserOps(settings)
            .AddSingleton<ITableStore>(new AzureTableStore(clients.Table(table.Name)))
            .AddSingleton<IMessageQueue>(new AzureMessageQueue(clients.Queue(queue.Name)))
            .AddSingleton(World.Keys)
            .AddSingleton(clock)
            .AddSingleton<IRunDriver, WakeByRow>()
            .AddSingleton<IEmailSender, NoEmail>()
            .BuildServiceProvider();
    }

    /// <param name="adjust">Of the clients that the application uses; those of the test itself are left alone.</param>
    public static async Task<AzureWorld> NewAsync(Action<Azure.Core.ClientOptions>? adjust = null, UserOpsSettings? settings = null, TimeProvider? clock = null) => new(
        await AzuriteAccount.TableAsync(), await AzuriteAccount.QueueAsync(), await AzuriteAccount.ClientsAsync(adjust), settings ?? new(), clock ?? TimeProvider.System);

    public IServiceProvider Services => _services;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task AcceptAsync(params UserEvent[] events) => Get<IAcceptEvents>().RunAsync(events, [], default);

    public async Task ApplyAsync(params UserEvent[] events) => await Get<IApplyEvents>().RunAsync(events, default);

    /// <summary>
    /// Hands messages to the application, up to 16 at once as the host does, until none is left. One that fails goes back into the queue and comes again.
    /// </summary>
    /// <returns>How often a message failed.</returns>
    public async Task<int> DrainAsync(int mostFailures = 0)
    {
        var failures = 0;
        while ((await _queue.ReceiveMessagesAsync(16, TimeSpan.FromMinutes(5))).Value is { Length: > 0 } messages)
        {
            await Task.WhenAll(messages.Select(async message =>
            {
                try
                {
                    await Get<HandleMessage>().RunAsync(message.Body.ToMemory(), default);
                }
                catch (Exception) when (Interlocked.Increment(ref failures) <= mostFailures)
                {
                    await _queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, message.Body, TimeSpan.Zero);
                    return;
                }

                await _queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            }));
        }

        return failures;
    }

    /// <summary>The same rows in memory, where a test looks at them.</summary>
    public async Task<World> CopyAsync()
    {
        var world = new World();
        var store = new AzureTableStore(_table);
        var partitions = new HashSet<string>();
        await foreach (var entity in _table.QueryAsync<TableEntity>(select: ["PartitionKey"]))
        {
            partitions.Add(entity.PartitionKey);
        }

        foreach (var partition in partitions)
        {
            await foreach (var row in store.RowsAsync(new(partition), default))
            {
                await world.Store.CommitAsync(row.Partition, [new Change.Insert(row.Properties) { Key = row.Key }], default);
            }
        }

        return world;
    }
}
