using FsCheck;
using FsCheck.Fluent;
using UserOps.Domain.Events;
using UserOps.Domain.Messages;
using static UserOps.Tests.Messages.Consenting;

namespace UserOps.Tests.Messages;

/// <summary>Two users become one. <c>Merge</c> keeps what they refused, and the words of the one come to the other with its events, in any order and again.</summary>
public sealed class ConsentMergeTests
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("USEROPS_LONG") is not null;
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(Long ? 20_000 : 500);

    /// <summary>Each case asks after every word.</summary>
    private static readonly Config Seldom = Config.QuickThrowOnFailure.WithMaxTest(Long ? 2_000 : 50);

    [Fact]
    public void After_a_merge_is_refused_what_either_refused_however_often_their_events_come_again() =>
        Prop.ForAll(Pairs().ToArbitrary(), x =>
        {
            var (one, other) = (Of(x.One), Of(x.Other));
            var merged = Merged(x.One, x.Other);
            var again = With(merged, x.Again);
            var opposite = Merged(x.Other, x.One);
            var takenBack = x.One.Concat(x.Other).Any(entry => entry.State == ConsentState.Unsaid);
            return Questions.All(asked =>
            {
                var denied = one.Of(asked) == ConsentState.Denied || other.Of(asked) == ConsentState.Denied;
                var granted = one.Of(asked) == ConsentState.Granted || other.Of(asked) == ConsentState.Granted;

                // One user's silence can take back a grant of the same voice that lifted a refusal of the other's: then it refuses although neither did.
                return (merged.Of(asked) == ConsentState.Denied || !denied)
                    && (merged.Of(asked) != ConsentState.Denied || denied || takenBack)
                    && (merged.Of(asked) != ConsentState.Granted || granted)
                    && again.Of(asked) == merged.Of(asked)
                    && opposite.Of(asked) == merged.Of(asked);
            });
        }).Check(Often);

    [Fact]
    public void What_either_refused_is_refused_from_the_first_moment_whatever_has_come_over_so_far() =>
        Prop.ForAll(Pairs().ToArbitrary(), x =>
        {
            var (one, other) = (Of(x.One), Of(x.Other));
            var merged = Consents.Merge(one, other, "other", Claim(0));
            return Enumerable.Range(0, x.Other.Length + 1).All(soFar => Questions.All(asked =>
                (one.Of(asked) != ConsentState.Denied && other.Of(asked) != ConsentState.Denied) || With(merged, x.Other.Take(soFar)).Of(asked) == ConsentState.Denied));
        }).Check(Seldom);

    [Fact]
    public void Three_who_become_one_after_the_other_refuse_what_each_refused() =>
        Prop.ForAll((from pair in Pairs() from third in Histories(1) select (pair.One, pair.Other, Third: third)).ToArbitrary(), x =>
        {
            var pair = Merged(x.One, x.Other);
            var all = With(Consents.Merge(Of(x.Third), pair, "pair", Claim(0)), [.. x.One, .. x.Other]);
            var opposite = With(Consents.Merge(pair, Of(x.Third), "third", Claim(0)), x.Third);
            return Questions.All(asked => (pair.Of(asked) != ConsentState.Denied && Of(x.Third).Of(asked) != ConsentState.Denied)
                || (all.Of(asked) == ConsentState.Denied && opposite.Of(asked) == ConsentState.Denied));
        }).Check(Often);

    [Fact]
    public void After_a_merge_the_person_and_nobody_else_can_come_back()
    {
        var merged = Merged([Refuse("email", "marketing", 1), Refuse("sms", "marketing", 1, ConsentVoice.Sender)], [Grant("email", "marketing", 5), Grant("sms", "marketing", 5)]);

        Assert.Equal((ConsentState.Denied, ConsentState.Denied), (merged.Of("email", "marketing"), merged.Of("sms", "marketing")));
        Assert.Equal(ConsentState.Denied, merged.With(Grant("email", "marketing", 6, ConsentVoice.Sender)).Of("email", "marketing"));
        Assert.Equal(ConsentState.Denied, merged.With(Grant("all", "all", 6)).Of("email", "marketing"));
        Assert.Equal(ConsentState.Granted, merged.With(Grant("email", "marketing", 6)).Of("email", "marketing"));
        Assert.Equal(ConsentState.Granted, merged.With(Grant("sms", "marketing", 6)).Of("sms", "marketing"));
        Assert.Equal(ConsentState.Denied, merged.With(Grant("email", "marketing", 6)).With(Refuse("email", "marketing", 7)).Of("email", "marketing"));
    }

    [Fact]
    public void Whoever_came_back_stays_back_when_a_third_is_merged_in()
    {
        var back = Merged([Refuse("all", "all", 1)], [Grant("email", "marketing", 5)]).With(Grant("email", "marketing", 6));
        var merged = Consents.Merge(back, Of([Grant("sms", "marketing", 9)]), "third", Claim(9)).With(Grant("sms", "marketing", 9));

        Assert.Equal((ConsentState.Granted, ConsentState.Denied), (merged.Of("email", "marketing"), merged.Of("sms", "marketing")));
    }

    [Fact]
    public void A_grant_that_was_said_before_the_merge_and_comes_late_lifts_nothing()
    {
        var merged = Consents.Merge(Of([Refuse("email", "marketing", 1)]), Of([Grant("email", "marketing", 2)]), "other", Claim(10));

        Assert.Equal(ConsentState.Denied, merged.With(Grant("email", "marketing", 9)).Of("email", "marketing"));
        Assert.Equal(ConsentState.Granted, merged.With(Grant("email", "marketing", 11)).Of("email", "marketing"));
    }

    [Fact]
    public void The_same_merge_twice_changes_nothing_and_one_without_refusals_leaves_no_layer()
    {
        var once = Consents.Merge(Of([Refuse("email", "marketing", 1)]), Of([Grant("email", "marketing", 2)]), "other", Claim(3));
        var back = once.With(Grant("email", "marketing", 4));

        Assert.Same(back, Consents.Merge(back, Of([Refuse("email", "marketing", 1)]), "other", Claim(3)));
        Assert.Null(Merged([Grant("email", "marketing", 1)], [Grant("sms", "marketing", 2)]).Layers);
    }

    [Fact]
    public void However_many_are_merged_little_is_kept_and_no_refusal_is_lost()
    {
        var merged = Consents.None;
        foreach (var i in Enumerable.Range(0, 50))
        {
            merged = Merged(merged, [.. Enumerable.Range(0, 40).Select(n => Refuse("email", $"p{(i * 40) + n}", i)), Grant("email", $"p{((i + 1) * 40) % 2_000}", i)], $"u{i}", i);
        }

        Assert.InRange(merged.Layers!.Count, 1, Consents.MaxLayers);
        Assert.InRange(merged.Layers.Sum(layer => layer.Said.Count), 1, Consents.MaxLayerEntries);
        Assert.All(Enumerable.Range(0, 2_000), i => Assert.Equal(ConsentState.Denied, merged.Of("email", $"p{i}")));
    }

    private static Gen<(ConsentEntry[] One, ConsentEntry[] Other, ConsentEntry[] Again)> Pairs() =>
        from one in Histories()
        from other in Histories(1)
        from again in Gen.Shuffle((ConsentEntry[])[.. one, .. other])
        select (one, other, again);

    private static Consents Merged(ConsentEntry[] one, ConsentEntry[] other) => Merged(Of(one), other, "other", 0);

    private static Consents Merged(Consents one, ConsentEntry[] other, string key, double day) => With(Consents.Merge(one, Of(other), key, Claim(day)), other);

    private static Consents With(Consents consents, IEnumerable<ConsentEntry> said) => said.Aggregate(consents, (all, entry) => all.With(entry));

    private static Stamp Claim(double day) => new(Said.Start.AddDays(day), "claim");
}
