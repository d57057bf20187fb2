using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Events;
using UserOps.Domain.Users;
using UserOps.Tests.Storage;
using static UserOps.Tests.Said;

namespace UserOps.Tests.Users;

/// <summary>One person renamed again and again. The keys descend along the chain, so that each merge leads everybody one step further.</summary>
public sealed class AliasChainTests
{
    private const int Names = 14;
    private readonly World _world = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_long_chain_of_aliases_told_in_turn_ends_in_one_user(bool seenBefore)
    {
        var ids = Descending();
        await _world.ApplyEachAsync([.. Seen(ids).Where(_ => seenBefore), .. Aliases(ids)]);
        await AssertOneAsync(ids);
    }

    [Fact]
    public async Task A_long_chain_of_aliases_ends_in_one_user_in_any_order()
    {
        var ids = Descending();
        for (var seed = 0; seed < 40; seed++)
        {
            var world = new World();
            UserEvent[] story = [.. Seen(ids).Where(_ => seed % 2 == 0), .. Aliases(ids)];
            new Random(seed).Shuffle(story);
            await world.ApplyEachAsync(story);
            await AssertOneAsync(ids, world);
        }
    }

    [Fact]
    public async Task Redirects_are_shortened_as_their_users_move_on()
    {
        var ids = Descending();
        await _world.ApplyEachAsync(Aliases(ids));
        var last = Assert.Single(_world.Profiles()).Key;
        foreach (var id in ids.SkipLast(2))
        {
            var row = await _world.Store.GetAsync(_world.Get<UserKeys>().Of(Identifier.User(id)), UserRow.Profile, default);
            Assert.Equal(last, Assert.IsType<Holder.MovedTo>(HolderRow.Read(row!)).UserKey);
        }
    }

    [Fact]
    public async Task A_chain_grown_long_by_crashes_is_still_followed_and_shortened()
    {
        var ids = Descending();
        UserEvent[] story = [.. Seen(ids), .. Aliases(ids)];
        _world.Store.Before = operation => LeadsOn(operation) ? throw new IOException("A crash before the redirect is led on.") : Task.CompletedTask;
        foreach (var said in story)
        {
            try
            {
                await _world.ApplyAsync(said);
            }
            catch (IOException)
            {
                // Delivered again below.
            }
        }

        _world.Store.Before = null;
        await _world.ApplyEachAsync(story);
        await AssertOneAsync(ids);
    }

    // Not the end of a merge, which writes a redirect too.
    private bool LeadsOn(StoreOperation operation) =>
        operation.Changes is [Change.Replace]
        && _world.Store.Rows.SingleOrDefault(row => row.Partition == operation.Partition && row.Key.Value == UserRow.Profile) is { } row
        && HolderRow.Read(row) is Holder.MovedTo { Draining: false };

    private string[] Descending() =>
        [.. Enumerable.Range(0, Names).Select(i => $"u{i}").OrderByDescending(id => _world.Get<UserKeys>().Of(Identifier.User(id)), StringComparer.Ordinal)];

    private static IEnumerable<UserEvent> Seen(string[] ids) => ids.Select((id, i) => Track($"t{i}", User(id), i));

    private static IEnumerable<UserEvent> Aliases(string[] ids) => ids.Skip(1).Select((id, i) => Alias($"a{i}", ids[i], User(id), 50 + i));

    private Task AssertOneAsync(string[] ids) => AssertOneAsync(ids, _world);

    private static async Task AssertOneAsync(string[] ids, World world)
    {
        var only = Assert.Single(world.Profiles());
        foreach (var id in ids)
        {
            Assert.Equal(only.Key, (await world.ProfileAsync($"user:{id}"))?.Key);
        }
    }
}
