using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Operations;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Users;
using UserOps.LocalHost.CommandLine;
using UserOps.LocalHost.Queues;

namespace UserOps.LocalHost.Tests.CommandLine;

/// <summary>The command line against a host that runs elsewhere, over HTTP.</summary>
public sealed class RemoteDeadLettersTests : IDisposable
{
    private const string Key = "a-key-of-more-than-16-characters";
    private static readonly DateTimeOffset First = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task Letters_are_replayed_on_a_running_host_and_those_that_fail_again_are_not_replayed_without_end()
    {
        await using var host = await TestHost.StartAsync(settings: new() { ["Limits:MessageTries"] = "1" });
        var tables = host.Services.GetRequiredService<ITableStore>();
        var partition = host.Services.GetRequiredService<UserKeys>().Of(Identifier.User("damaged"));
        await tables.CommitAsync(partition, [new Change.Insert(Properties.Of("kind", "from a newer program")) { Key = UserRow.Profile }], default);
        await host.SegmentAsync("track", """{"userId":"damaged","event":"Product Viewed","messageId":"m-1"}""");
        await host.SegmentAsync("track", """{"userId":"damaged","event":"Product Added","messageId":"m-2"}""");
        await host.DrainedAsync();

        Assert.Equal(ExitCode.Ok, await _session.RunAsync("dead-letters", "list", "--url", host.Address));
        Assert.Equal(2, _session.Output.Split('\n').Count(line => line.Contains("after 1 tries: InvalidDataException at ", StringComparison.Ordinal)));
        Assert.Contains("2 dead letters.", _session.Notes, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Ok, await _session.RunAsync("dead-letters", "replay", "--url", host.Address));
        Assert.Contains($"Gave 2 dead letters back to {host.Address}", _session.Output, StringComparison.Ordinal);
        await host.DrainedAsync();
        var letters = (await host.Services.GetRequiredService<DeadLetters>().ListAsync(null, 10, default)).Letters;
        Assert.Equal(2, letters.Count);

        await tables.CommitAsync(partition, [new Change.Delete { Key = UserRow.Profile }], default);
        Assert.Equal(ExitCode.Ok, await _session.RunAsync("dead-letters", "replay", letters[0].Id, "--url", host.Address + "/"));
        Assert.Equal(ExitCode.Ok, await _session.RunAsync("dead-letters", "--url", host.Address, "replay"));
        Assert.Contains("Gave 1 dead letter back", _session.Output, StringComparison.Ordinal);
        await host.DrainedAsync();

        Assert.Equal(["Product Viewed", "Product Added"], (await host.TimelineAsync("damaged")).Names().Order(StringComparer.Ordinal).Reverse());
        Assert.Equal(ExitCode.Ok, await _session.RunAsync("dead-letters", "list", "--url", host.Address));
        Assert.Equal("", _session.Output);
    }

    [Fact]
    public async Task More_letters_than_a_page_or_a_call_takes_are_all_listed_and_all_replayed_once()
    {
        const int Count = DeadLetters.Most + 5;
        await using var host = await TestHost.StartAsync(workers: false);
        await AddAsync(host, Count);

        Assert.Equal(ExitCode.Ok, await _session.RunAsync("dead-letters", "list", "--url", host.Address));
        Assert.Equal(Count, _session.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct().Count());

        Assert.Equal(ExitCode.Ok, await _session.RunAsync("dead-letters", "replay", "--url", host.Address));
        Assert.Contains($"Gave {Count} dead letters back", _session.Output, StringComparison.Ordinal);
        Assert.Equal(Count, host.Services.GetRequiredService<SqliteMessageQueue>().Depth);
    }

    [Theory]
    [InlineData("17~1")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a/b")]
    public async Task A_letter_that_is_not_there_is_said_and_nothing_else_is_replayed(string id)
    {
        await using var host = await TestHost.StartAsync(workers: false);
        await AddAsync(host, 1);

        Assert.Equal(ExitCode.Usage, await _session.RunAsync("dead-letters", "replay", id, "--url", host.Address));

        Assert.Equal($"There is no dead letter {id}.", _session.Notes.Trim());
        Assert.Equal(0, host.Services.GetRequiredService<SqliteMessageQueue>().Depth);
    }

    [Fact]
    public async Task A_host_with_a_key_asks_for_it_and_takes_it_from_the_environment()
    {
        await using var host = await TestHost.StartAsync(settings: new() { ["USEROPS_API_KEY"] = Key });
        await AddAsync(host, 1);

        Assert.Equal(ExitCode.Usage, await _session.RunAsync("dead-letters", "list", "--url", host.Address));
        Assert.Contains($"{host.Address} refuses: Send an API key", _session.Notes, StringComparison.Ordinal);
        Assert.Contains("Set USEROPS_API_KEY", _session.Notes, StringComparison.Ordinal);

        var (code, _, error) = await ListAsync(host, Key + "-not");
        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("The API key is not known.", error, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, error, StringComparison.Ordinal);

        (code, var output, _) = await ListAsync(host, Key);
        Assert.Equal(ExitCode.Ok, code);
        Assert.Contains("IOException at Disk.Write", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://userops.example")]
    [InlineData("ftp://userops.example")]
    [InlineData("userops.example")]
    [InlineData("https://admin:secret@userops.example")]
    [InlineData("https://userops.example/?key=secret")]
    [InlineData("https://userops.example", "--data", "x")]
    [InlineData("https://userops.example", "--set", "Workspace:Currency=EUR")]
    public async Task An_address_that_would_give_the_key_away_or_cannot_be_meant_is_refused(string url, params string[] more)
    {
        Assert.Equal(ExitCode.Usage, await _session.RunAsync(["dead-letters", "list", "--url", url, .. more]));

        Assert.NotEmpty(_session.Notes);
        Assert.DoesNotContain("secret", _session.Notes, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output, string Error)> ListAsync(TestHost host, string key) =>
        HostProcess.RunAsync(new Dictionary<string, string> { ["USEROPS_API_KEY"] = key }, "dead-letters", "list", "--url", host.Address);

    private static async Task AddAsync(TestHost host, int count)
    {
        var letters = host.Services.GetRequiredService<DeadLetters>();
        for (var i = 0; i < count; i++)
        {
            await letters.AddAsync(new(DeadLetter.IdOf(First.AddSeconds(i), $"{i}"), [1], "IOException at Disk.Write", 5, First.AddSeconds(i), First.AddHours(1)), default);
        }
    }
}
