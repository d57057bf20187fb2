using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Users;

namespace UserOps.LocalHost.Tests.Operations;

public sealed class DeadLetterTests
{
    private const string Said = """{"userId":"damaged","event":"Product Viewed","messageId":"m-1"}""";

    [Fact]
    public async Task A_message_that_cannot_be_handled_is_put_aside_and_replayed_once_the_fault_is_mended()
    {
        await using var host = await TestHost.StartAsync(settings: new() { ["Limits:MessageTries"] = "2" });
        var tables = host.Services.GetRequiredService<ITableStore>();
        var partition = host.Services.GetRequiredService<UserKeys>().Of(Identifier.User("damaged"));
        await tables.CommitAsync(partition, [new Change.Insert(Properties.Of("kind", "from a newer program")) { Key = UserRow.Profile }], default);

        Assert.Equal(HttpStatusCode.OK, (await host.SegmentAsync("track", Said)).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.SegmentAsync("track", """{"userId":"sound","event":"Product Viewed"}""")).Status);
        await host.DrainedAsync();

        Assert.Equal(["Product Viewed"], (await host.TimelineAsync("sound")).Names());
        var letter = Assert.Single(await LettersAsync(host));
        Assert.Equal(2, letter.GetProperty("tries").GetInt32());
        Assert.Contains("InvalidDataException", letter.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("damaged", letter.GetProperty("reason").GetString(), StringComparison.Ordinal);

        // Replayed too early it comes back as another letter.
        Assert.Equal(HttpStatusCode.Accepted, (await ReplayAsync(host, letter)).Status);
        await host.DrainedAsync();
        letter = Assert.Single(await LettersAsync(host));

        await tables.CommitAsync(partition, [new Change.Delete { Key = UserRow.Profile }], default);
        Assert.Equal(HttpStatusCode.Accepted, (await ReplayAsync(host, letter)).Status);
        await host.DrainedAsync();

        Assert.Empty(await LettersAsync(host));
        Assert.Equal(["Product Viewed"], (await host.TimelineAsync("damaged")).Names());
        Assert.Equal(HttpStatusCode.NotFound, (await ReplayAsync(host, letter)).Status);
    }

    private static async Task<IReadOnlyList<JsonElement>> LettersAsync(TestHost host) =>
        [.. (await host.GetAsync("/api/dead-letters")).Body.GetProperty("letters").EnumerateArray()];

    private static Task<Answer> ReplayAsync(TestHost host, JsonElement letter) =>
        host.PostAsync($"/api/dead-letters/{letter.GetProperty("id").GetString()}/replay", "");
}
