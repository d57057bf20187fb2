using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Queues;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Functions.Queues;
using UserOps.Functions.Tests.Azurite;
using UserOps.Functions.Tests.Hosting;

namespace UserOps.Functions.Tests.Queues;

/// <summary>What becomes of a message that always fails, from the storefront's call to the operator's replay.</summary>
public sealed class DeadLetterFlowTests
{
    [AzuriteFact]
    public async Task A_message_that_always_fails_is_put_aside_with_its_reason_holds_nothing_up_and_is_applied_by_replay()
    {
        await using var host = await FunctionsHost.StartAsync(("Limits:MessageTries", "3"));
        await TrackAsync(host, "ann");
        var damaged = await DamageAsync(host, "ann");
        await TrackAsync(host, "ben");

        await host.PumpAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/api/scoring/latest")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync("/api/users/ben")).StatusCode);
        var letter = Assert.Single(await LettersAsync(host));
        Assert.Equal(3, letter.GetProperty("tries").GetInt32());
        Assert.Matches("^[A-Za-z]+Exception at [A-Za-z]", letter.GetProperty("reason").GetString());
        Assert.DoesNotContain("ann", letter.GetProperty("reason").GetString(), StringComparison.Ordinal);

        await RepairAsync(host, damaged);
        var replayed = await host.Client.PostAsync($"/api/dead-letters/{letter.GetProperty("id").GetString()}/replay", null);
        await host.PumpAsync();

        Assert.Equal(HttpStatusCode.Accepted, replayed.StatusCode);
        Assert.Empty(await LettersAsync(host));
        var timeline = await host.Client.GetStringAsync("/api/users/ann/timeline");
        Assert.Contains("Product Viewed", timeline, StringComparison.Ordinal);
    }

    [AzuriteFact]
    public async Task What_the_host_itself_has_put_aside_is_listed_too()
    {
        await using var host = await FunctionsHost.StartAsync();
        await TrackAsync(host, "ann");
        var events = host.Queue(QueueNames.Events);
        var message = (await events.ReceiveMessageAsync()).Value;
        await host.Queue(QueueNames.PoisonedEvents).SendMessageAsync(message.Body);
        await events.DeleteMessageAsync(message.MessageId, message.PopReceipt);

        await host.PumpAsync();
        var letter = Assert.Single(await LettersAsync(host));
        Assert.Contains("without an answer", letter.GetProperty("reason").GetString(), StringComparison.Ordinal);

        await host.Client.PostAsync("/api/dead-letters/replay", null);
        await host.PumpAsync();
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync("/api/users/ann")).StatusCode);
    }

    [AzuriteFact]
    public async Task A_message_that_is_no_envelope_is_put_aside_too()
    {
        await using var host = await FunctionsHost.StartAsync();
        await host.Services.GetRequiredService<IMessageQueue>().EnqueueAsync([new("no envelope"u8.ToArray())], default);

        await host.PumpAsync();

        Assert.Equal(5, Assert.Single(await LettersAsync(host)).GetProperty("tries").GetInt32());
    }

    private static async Task TrackAsync(FunctionsHost host, string user)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/track")
        {
            Content = JsonContent.Create(new { userId = user, @event = "Product Viewed" }),
        };
        request.Headers.Authorization = new("Basic", Convert.ToBase64String("local-server:"u8));
        var answer = await host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>A profile that can't be read, as after a slip of somebody's hand in the table.</summary>
    private static async Task<TableKey> DamageAsync(FunctionsHost host, string user)
    {
        var partition = new TableKey(host.Services.GetRequiredService<UserKeys>().Of(Domain.Users.Identifier.Parse(user)));
        await Store(host).CommitAsync(partition, [new Change.Insert(Properties.Of("kind", "damaged")) { Key = UserRow.Profile }], default);
        return partition;
    }

    private static async Task RepairAsync(FunctionsHost host, TableKey partition) =>
        Assert.IsType<CommitResult.Committed>(await Store(host).CommitAsync(partition, [new Change.Delete { Key = UserRow.Profile }], default));

    private static ITableStore Store(FunctionsHost host) => host.Services.GetRequiredService<ITableStore>();

    private static async Task<JsonElement[]> LettersAsync(FunctionsHost host) =>
        [.. (await host.Client.GetFromJsonAsync<JsonElement>("/api/dead-letters")).GetProperty("letters").EnumerateArray()];
}
