using System.Text.Json;
using UserOps.Application.Users;
using UserOps.Domain.Events;
using UserOps.Domain.Messages;
using UserOps.Domain.Users;
using UserOps.Tests.Storage;
using static UserOps.Tests.Said;

namespace UserOps.Tests.Users;

/// <summary>Two users of whom one refused what the other grants become one, and the process dies before and after every write.</summary>
public sealed class MergedConsentTests
{
    /// <summary>More than one chunk of events, and the grant of the one is later than the refusal of the other.</summary>
    private static readonly UserEvent[] Before =
    [
        Consent("c1", "ann", 1, "granted", "sms"),
        Consent("c2", "ann", 2, "denied", "email"),
        Consent("c3", "bob", 3, "denied", "sms"),
        Consent("c4", "bob", 4, "granted", "email"),
        .. Enumerable.Range(0, 30).SelectMany(i => (UserEvent[])[Track($"a{i}", User("ann"), 5 + i), Track($"b{i}", User("bob"), 5 + i)]),
        Consent("c5", "ann", 40, "granted", "push"),
        Consent("c6", "bob", 41, "granted", "push"),
    ];

    private static readonly UserEvent Joins = Alias("join", "ann", User("bob"), 50);

    [Theory]
    [InlineData("ann", "bob")]
    [InlineData("bob", "ann")]
    public async Task A_crash_at_any_write_of_a_merge_loses_no_refusal(string previous, string user)
    {
        for (var fatal = 0; ; fatal++)
        {
            var world = new World();
            await world.ApplyAsync(Before);
            var writes = 0;
            world.Store.Before = world.Store.After = async operation =>
            {
                if (operation.Kind == StoreOperationKind.Commit)
                {
                    await NothingIsSentAgainstAWordAsync(world, $"write {fatal}");
                    if (writes++ == fatal)
                    {
                        throw new CrashException();
                    }
                }
            };
            var crashed = false;
            while (!await TryAsync(world, Joins with { PreviousId = previous, Identity = User(user) }))
            {
                Assert.False(crashed);
                crashed = true;
            }

            world.Store.Before = world.Store.After = null;
            await NothingIsSentAgainstAWordAsync(world, $"write {fatal}, then all");
            var consents = Assert.Single(world.Profiles()).Consents!;
            Assert.Equal(ConsentState.Granted, consents.Of("push", MessageNames.Marketing));
            Assert.DoesNotContain(Redirects(world), moved => moved.Draining || moved.Consents is not null);
            await world.ApplyAsync(Before);
            Assert.Equal(JsonSerializer.Serialize(consents), JsonSerializer.Serialize(Assert.Single(world.Profiles()).Consents));
            await world.ApplyAsync(Consent("c7", previous, 51, "granted", "email"));
            Assert.Equal(ConsentState.Granted, Assert.Single(world.Profiles()).Consents!.Of("email", MessageNames.Marketing));
            Assert.Equal(ConsentState.Denied, Assert.Single(world.Profiles()).Consents!.Of("sms", MessageNames.Marketing));
            if (!crashed)
            {
                Assert.InRange(fatal, 20, 1_000);
                return;
            }
        }
    }

    [Fact]
    public async Task A_winner_that_was_never_seen_has_the_losers_words_and_refusals()
    {
        var world = new World();
        await world.ApplyAsync([.. Before.Where(said => said.Identity.UserId == "ann")]);
        var (ann, eve) = (World.Keys.Of(Identifier.User("ann")), World.Keys.Of(Identifier.User("eve")));

        await world.Get<MergeUsers>().RunAsync(ann, eve, Stamp.Of(Joins), new(), default);

        var profile = Assert.Single(world.Profiles());
        Assert.Equal(eve, profile.Key);
        Assert.Equal(ann, Assert.Single(profile.Consents!.Layers!.DistinctBy(layer => layer.Id)).Id);
        Assert.Equal((ConsentState.Denied, ConsentState.Granted), (profile.Consents.Of("email", MessageNames.Marketing), profile.Consents.Of("sms", MessageNames.Marketing)));
    }

    [Fact]
    public async Task A_browser_that_said_nothing_leaves_no_trace_in_the_consent()
    {
        var world = new World();
        await world.ApplyAsync(Track("v", Visitor("browser")), Consent("c", "ann", 1, "denied", "email"), Identify("i", User("ann", "browser"), 2));

        Assert.Null(Assert.Single(world.Profiles()).Consents!.Layers);
    }

    /// <summary>At every moment, once the two are one, nobody grants what either refused.</summary>
    private static Task NothingIsSentAgainstAWordAsync(World world, string moment)
    {
        if (world.Profiles() is not [{ } profile])
        {
            return Task.CompletedTask;
        }

        if (profile.Consents is { Layers: not null } consents)
        {
            Assert.All((string[])["email", "sms"], channel => Assert.True(consents.Of(channel, MessageNames.Marketing) == ConsentState.Denied, $"{moment}: {channel}"));
        }
        else
        {
            // Fenced a moment ago: nothing of the other's has come over.
            Assert.Single(world.EventsOf(profile).Where(said => said.PreviousId is null).Select(said => said.Identity.UserId).Distinct());
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<Holder.MovedTo> Redirects(World world) =>
        world.Store.Rows.Where(row => row.Key.Value == UserRow.Profile).Select(HolderRow.Read).OfType<Holder.MovedTo>();

    private static UserEvent Consent(string key, string user, double day, string state, string channel) =>
        Track(key, User(user), day, ConsentFold.ConsentChanged) with
        {
            Properties = JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["state"] = state, ["channel"] = channel, ["purpose"] = MessageNames.Marketing, ["by"] = "person" }),
        };

    private static async Task<bool> TryAsync(World world, UserEvent said)
    {
        try
        {
            await world.ApplyAsync(said);
            return true;
        }
        catch (CrashException)
        {
            return false;
        }
    }

    private sealed class CrashException : Exception;
}
