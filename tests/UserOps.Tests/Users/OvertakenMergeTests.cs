using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Events;
using UserOps.Domain.Users;
using UserOps.Tests.Storage;
using static UserOps.Tests.Said;

namespace UserOps.Tests.Users;

/// <summary>Another worker merges the loser elsewhere between this one's look and its fence.</summary>
public sealed class OvertakenMergeTests
{
    private readonly World _world = new();

    [Fact]
    public async Task An_alias_still_holds_when_its_user_was_just_merged_into_a_third()
    {
        string[] ids = [.. new[] { "a", "b", "c" }.OrderByDescending(id => Key(Identifier.User(id)), StringComparer.Ordinal)];
        await _world.ApplyEachAsync(ids.Select(id => Track($"t-{id}", User(id))));
        OvertakeAt(Key(Identifier.User(ids[0])), Alias("2", ids[0], User(ids[2]), 2));
        await _world.ApplyAsync(Alias("1", ids[0], User(ids[1]), 1));
        Assert.Equal(5, Assert.Single(_world.Profiles()).Seq);
    }

    [Theory]
    [InlineData(1, "bob")]
    [InlineData(9, "ann")]
    public async Task A_browser_is_its_latest_users_when_two_sign_in_at_once(double annsDay, string holder)
    {
        await _world.ApplyAsync(Track("t", Visitor("x")));
        OvertakeAt(Key(Identifier.Anonymous("x")), Identify("2", User("bob", "x"), 5));
        await _world.ApplyAsync(Identify("1", User("ann", "x"), annsDay));
        Assert.Equal((await _world.ProfileAsync(holder))!.Key, (await _world.ProfileAsync("anonymous:x"))!.Key);
        Assert.Equal(holder, Assert.Single(_world.Profiles(), p => p.Has(Identifier.Anonymous("x"))).DisplayId!.Value);
    }

    private string Key(Identifier identifier) => _world.Get<UserKeys>().Of(identifier);

    private void OvertakeAt(string loser, UserEvent said) => _world.Store.Before = async operation =>
    {
        if (operation.Kind == StoreOperationKind.Commit && operation.Partition.Value == loser && operation.Changes is [Change.Replace])
        {
            _world.Store.Before = null;
            await _world.ApplyAsync(said);
        }
    };
}
