using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Http;
using UserOps.Application.Operations;
using UserOps.Tests.Queues;
using UserOps.Tests.Storage;

namespace UserOps.Tests.Operations;

public sealed class DeadLettersTests
{
    private static readonly DateTimeOffset First = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private readonly MemoryTableStore _store = new();
    private readonly MemoryMessageQueue _queue = new();
    private readonly DeadLetters _letters;

    public DeadLettersTests() => _letters = new(_store, _queue);

    [Fact]
    public async Task Letters_are_listed_oldest_first_in_pages()
    {
        foreach (var i in new[] { 3, 1, 2 })
        {
            await _letters.AddAsync(Letter(i), default);
        }

        var (status, page) = await GetAsync("?limit=2");
        var (_, rest) = await GetAsync($"?limit=2&from={page.GetProperty("next").GetString()}");

        Assert.Equal(200, status);
        var letters = page.GetProperty("letters").EnumerateArray().ToArray();
        Assert.Equal([Letter(1).Id, Letter(2).Id], letters.Select(l => l.GetProperty("id").GetString()));
        Assert.Equal("IOException at Disk.Write", letters[0].GetProperty("reason").GetString());
        Assert.Equal([1], letters[0].GetProperty("body").GetBytesFromBase64());
        Assert.Equal(5, letters[0].GetProperty("tries").GetInt32());
        Assert.Equal(First.AddMinutes(1), letters[0].GetProperty("first").GetDateTimeOffset());
        Assert.Equal(Letter(3).Id, Assert.Single(rest.GetProperty("letters").EnumerateArray().ToArray()).GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.Null, rest.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task Message_given_up_twice_makes_one_letter()
    {
        await _letters.AddAsync(Letter(1), default);
        await _letters.AddAsync(Letter(1), default);

        Assert.Single((await _letters.ListAsync(null, 10, default)).Letters);
    }

    [Fact]
    public async Task Replayed_letter_is_in_the_queue_again_and_gone_from_the_list()
    {
        await _letters.AddAsync(Letter(1), default);

        Assert.Equal(202, await ReplayAsync(Letter(1).Id));

        Assert.Equal([1], Assert.Single(_queue.Pending).Body);
        Assert.Empty((await _letters.ListAsync(null, 10, default)).Letters);
        Assert.Equal(404, await ReplayAsync(Letter(1).Id));
        Assert.Equal(404, await ReplayAsync("no such/letter?"));
        Assert.Single(_queue.Pending);
    }

    [Fact]
    public async Task Crash_while_replaying_loses_no_message()
    {
        await _letters.AddAsync(Letter(1), default);
        _queue.After = _ => throw new IOException("crash");

        await Assert.ThrowsAsync<IOException>(() => _letters.ReplayAsync(Letter(1).Id, default));

        Assert.Single(_queue.Pending);
        Assert.Single((await _letters.ListAsync(null, 10, default)).Letters);
    }

    [Theory]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=201", "limit")]
    [InlineData("?limit=many", "limit")]
    [InlineData("?from=a%2Fb", "from")]
    public async Task Unusable_query_is_a_problem_that_names_its_field(string query, string field)
    {
        var (status, problem) = await GetAsync(query);

        Assert.Equal(400, status);
        Assert.Equal(field, problem.GetProperty("field").GetString());
    }

    [Fact]
    public void Only_an_admin_sees_or_replays_letters_since_they_hold_what_people_did() =>
        Assert.All(DeadLetterRoutes.All, route => Assert.Equal(Access.Admin, route.Access));

    private static DeadLetter Letter(int number) => new(
        DeadLetter.IdOf(First.AddMinutes(number), $"{100 - number}"), [(byte)number], "IOException at Disk.Write", 5, First.AddMinutes(number), First.AddHours(1));

    private async Task<(int Status, JsonElement Body)> GetAsync(string query)
    {
        var context = Context();
        context.Request.QueryString = new(query);
        await (await DeadLetterRoutes.ListAsync(context.Request)).ExecuteAsync(context);
        context.Response.Body.Position = 0;
        return (context.Response.StatusCode, (await JsonDocument.ParseAsync(context.Response.Body)).RootElement);
    }

    private async Task<int> ReplayAsync(string id)
    {
        var context = Context();
        context.Request.RouteValues["id"] = id;
        await (await DeadLetterRoutes.ReplayAsync(context.Request)).ExecuteAsync(context);
        return context.Response.StatusCode;
    }

    private DefaultHttpContext Context() => new()
    {
        RequestServices = new ServiceCollection().AddLogging().AddSingleton(_letters).BuildServiceProvider(),
        Response = { Body = new MemoryStream() },
    };
}
