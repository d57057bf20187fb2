using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Operations;
using UserOps.Tests.Queues;
using UserOps.Tests.Storage;

namespace UserOps.Tests.Operations;

public sealed class ReplayedLettersTests
{
    private static readonly DateTimeOffset First = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private readonly MemoryTableStore _store = new();
    private readonly MemoryMessageQueue _queue = new();
    private readonly ManualClock _clock = new(First.AddDays(1));
    private readonly DeadLetters _letters;

    public ReplayedLettersTests() => _letters = new(_store, _queue);

    [Fact]
    public async Task Oldest_letters_are_replayed_up_to_the_limit_and_the_answer_says_that_more_are_left()
    {
        await AddAsync(5);

        var (status, first) = await ReplayOldestAsync("?limit=3");

        Assert.Equal(200, status);
        Assert.Equal(3, first.GetProperty("replayed").GetInt32());
        Assert.True(first.GetProperty("more").GetBoolean());
        Assert.Equal([1, 2, 3], _queue.Pending.Select(m => m.Body[0]));

        var (_, rest) = await ReplayOldestAsync($"?limit=2&before={Uri.EscapeDataString(first.GetProperty("before").GetString()!)}");

        Assert.Equal(2, rest.GetProperty("replayed").GetInt32());
        Assert.False(rest.GetProperty("more").GetBoolean());
        Assert.Equal([1, 2, 3, 4, 5], _queue.Pending.Select(m => m.Body[0]));
        Assert.Empty((await _letters.ListAsync(null, 10, default)).Letters);
    }

    [Fact]
    public async Task A_call_replays_200_unless_it_says_how_many()
    {
        await AddAsync(DeadLetters.Most + 1);

        var (_, answer) = await ReplayOldestAsync("");

        Assert.Equal(DeadLetters.Most, answer.GetProperty("replayed").GetInt32());
        Assert.True(answer.GetProperty("more").GetBoolean());
        Assert.Equal(DeadLetters.Most, _queue.Pending.Count);
    }

    /// <summary>The queue hands each message straight to a worker that fails and gives it up, as fast as no real one can.</summary>
    [Fact]
    public async Task Letter_that_fails_again_at_once_is_not_replayed_twice_by_one_call_nor_by_the_calls_that_follow_it()
    {
        await AddAsync(3);
        _queue.After = messages => _letters.AddAsync(
            new(DeadLetter.IdOf(_clock.GetUtcNow(), $"{_queue.Enqueued}"), messages[0].Body, "again", 5, _clock.GetUtcNow(), _clock.GetUtcNow()), default);

        var (_, first) = await ReplayOldestAsync("?limit=2");
        var (_, second) = await ReplayOldestAsync($"?limit=2&before={Uri.EscapeDataString(first.GetProperty("before").GetString()!)}");

        Assert.Equal((2, true), (first.GetProperty("replayed").GetInt32(), first.GetProperty("more").GetBoolean()));
        Assert.Equal((1, false), (second.GetProperty("replayed").GetInt32(), second.GetProperty("more").GetBoolean()));
        Assert.Equal(3, _queue.Enqueued);
        Assert.Equal(3, (await _letters.ListAsync(null, 10, default)).Letters.Count);

        _queue.After = null;
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(3, (await ReplayOldestAsync("")).Body.GetProperty("replayed").GetInt32());
    }

    [Fact]
    public async Task Crash_amid_replaying_many_leaves_every_message_in_the_queue_or_in_the_list()
    {
        await AddAsync(3);
        _queue.Before = _ => _queue.Enqueued == 1 ? throw new IOException("crash") : Task.CompletedTask;

        await Assert.ThrowsAsync<IOException>(() => _letters.ReplayAsync(_clock.GetUtcNow(), 3, default));

        Assert.Equal([1], _queue.Pending.Select(m => m.Body[0]));
        Assert.Equal([2, 3], (await _letters.ListAsync(null, 10, default)).Letters.Select(l => l.Body[0]));
    }

    [Theory]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=201", "limit")]
    [InlineData("?limit=-1", "limit")]
    [InlineData("?before=yesterday", "before")]
    public async Task Unusable_replay_is_a_problem_that_names_its_field(string query, string field)
    {
        await AddAsync(1);

        var (status, problem) = await ReplayOldestAsync(query);

        Assert.Equal(400, status);
        Assert.Equal(field, problem.GetProperty("field").GetString());
        Assert.Empty(_queue.Pending);
    }

    private async Task AddAsync(int count)
    {
        for (var i = 1; i <= count; i++)
        {
            var enqueued = First.AddMinutes(i);
            await _letters.AddAsync(new(DeadLetter.IdOf(enqueued, $"{1000 - i}"), [(byte)i], "IOException at Disk.Write", 5, enqueued, First.AddHours(1)), default);
        }
    }

    private async Task<(int Status, JsonElement Body)> ReplayOldestAsync(string query)
    {
        var context = new DefaultHttpContext
        {
            RequestServices = new ServiceCollection().AddLogging().AddSingleton(_letters).AddSingleton<TimeProvider>(_clock).BuildServiceProvider(),
            Request = { QueryString = new(query) },
            Response = { Body = new MemoryStream() },
        };
        await (await DeadLetterRoutes.ReplayOldestAsync(context.Request)).ExecuteAsync(context);
        context.Response.Body.Position = 0;
        return (context.Response.StatusCode, (await JsonDocument.ParseAsync(context.Response.Body)).RootElement);
    }
}
