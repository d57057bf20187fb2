using FsCheck;
using FsCheck.Fluent;
using UserOps.Domain;
using UserOps.Domain.Orders;
using UserOps.Domain.Segments;
using UserOps.Domain.Users;

namespace UserOps.Tests.Segments;

public class ConditionProperties
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(1_000);

    private static readonly Arbitrary<Condition> Conditions = ConditionGen.Of(ConditionScope.Journey).ToArbitrary();

    private static readonly Arbitrary<Condition> Leaves = ConditionGen.Compare(ConditionScope.Journey).ToArbitrary();

    private static readonly Arbitrary<ConditionFacts> Facts = FactsGen.Some.ToArbitrary();

    [Fact]
    public void An_answer_stays_the_same_until_the_instant_it_names() =>
        Prop.ForAll(Conditions, Facts, Gen.Choose(0, 1_000_000).ListOf(8).ToArbitrary(), Holds).Check(Often);

    [Fact]
    public void The_answer_of_a_comparison_stays_the_same_until_the_instant_it_names() =>
        Prop.ForAll(Leaves, Facts, Gen.Choose(0, 1_000_000).ListOf(20).ToArbitrary(), Holds).Check(Often);

    [Fact]
    public void Followed_from_instant_to_instant_the_answer_is_that_of_every_instant() =>
        Prop.ForAll(Conditions, Facts, (condition, facts) =>
        {
            // A clock that asks at every instant named, and one that asks every 20 minutes for ten days.
            var asked = ConditionEvaluator.Evaluate(condition, facts);
            for (var now = facts.Now; now < facts.Now.AddDays(10); now = now.AddMinutes(20))
            {
                while (asked.ValidUntil <= now)
                {
                    asked = ConditionEvaluator.Evaluate(condition, FactsGen.At(asked.ValidUntil.Value, facts));
                }

                Assert.Equal(ConditionEvaluator.Evaluate(condition, FactsGen.At(now, facts)).Holds, asked.Holds);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void A_comparison_of_a_date_changes_exactly_when_it_says() =>
        Prop.ForAll(
            Leaves.Generator.Where(leaf => leaf is Condition.Compare { Field.Kind: FieldKind.Trait or FieldKind.LastSeen or FieldKind.Event }).ToArbitrary(),
            Facts,
            (leaf, facts) =>
            {
                var (holds, until) = ConditionEvaluator.Evaluate(leaf, facts);
                Assert.True(until is not { } at || ConditionEvaluator.Evaluate(leaf, facts with { Now = at }).Holds != holds);
            }).Check(Often);

    [Fact]
    public void What_was_written_is_read_as_the_same() => Prop.ForAll(Conditions, condition =>
    {
        var mistakes = new List<Mistake>();
        Assert.Equal(condition, ConditionReader.Read(ConditionWriter.ToJson(condition), "", ConditionScope.Journey, mistakes));
        Assert.Empty(mistakes);
    }).Check(Often);

    [Fact]
    public void Not_all_is_any_not() => Prop.ForAll(Conditions, Conditions, Facts, (a, b, facts) =>
    {
        Assert.Equal(
            ConditionEvaluator.Evaluate(new Condition.Not(new Condition.All([a, b])), facts),
            ConditionEvaluator.Evaluate(new Condition.Any([new Condition.Not(a), new Condition.Not(b)]), facts));
        Assert.Equal(ConditionEvaluator.Evaluate(a, facts), ConditionEvaluator.Evaluate(new Condition.Not(new Condition.Not(a)), facts));
    }).Check(Often);

    [Fact]
    public void Operators_that_deny_hold_exactly_where_their_opposite_does_not() => Prop.ForAll(Leaves, Facts, (leaf, facts) =>
    {
        var compare = (Condition.Compare)leaf;
        Operator? opposite = compare.Operator switch
        {
            Operator.Is => Operator.IsNot,
            Operator.In => Operator.NotIn,
            Operator.WithinLast => Operator.NotWithinLast,
            Operator.Has => Operator.HasNot,
            Operator.Exists => Operator.Missing,
            _ => null,
        };
        Assert.True(opposite is not { } op
            || ConditionEvaluator.Evaluate(compare with { Operator = op }, facts) == ConditionEvaluator.Evaluate(new Condition.Not(leaf), facts));
    }).Check(Often);

    [Fact]
    public void Events_older_than_the_look_back_make_no_difference() => Prop.ForAll(Conditions, Facts, (condition, facts) =>
    {
        var mentions = Mentions.Of(condition);
        var needed = facts.Events.Where(e => mentions.LookBack.TryGetValue(e.Name, out var back) && !(e.OccurredAt < facts.Now - back));
        Assert.Equal(ConditionEvaluator.Evaluate(condition, facts), ConditionEvaluator.Evaluate(condition, facts with { Events = needed.ToArray() }));
    }).Check(Often);

    [Fact]
    public void What_is_not_mentioned_makes_no_difference() => Prop.ForAll(Conditions, Facts, (condition, facts) =>
    {
        var mentions = Mentions.Of(condition);
        var mentioned = Asked.Somebody() with
        {
            Now = facts.Now,
            Zone = facts.Zone,
            FirstSeen = mentions.Profile ? facts.FirstSeen : null,
            LastSeen = mentions.Profile ? facts.LastSeen : null,
            HasEmail = mentions.Profile && facts.HasEmail,
            Language = mentions.Profile ? facts.Language : null,
            Traits = mentions.Profile ? facts.Traits : Asked.Values("{}"),
            Consents = mentions.Profile ? facts.Consents : null,
            Referrals = mentions.Profile ? facts.Referrals : Referrals.None,
            Purchases = mentions.Profile ? facts.Purchases : PurchaseHistory.Empty,
            Tags = facts.Tags.Where(tag => mentions.Tags && mentions.TagNames.Contains(tag.Key)).ToDictionary(),
            TagValues = facts.TagValues.Where(tag => mentions.TagNames.Contains(tag.Key)).ToDictionary(),
            Standing = mentions.Scores ? facts.Standing : null,
            Outlook = mentions.Predictions ? facts.Outlook : null,
            Segments = facts.Segments.Where(segment => mentions.Segments.Contains(segment.Key)).ToDictionary(),
            Journeys = facts.Journeys.Where(one => mentions.Journeys.Contains(one.Journey)).ToArray(),
            Passed = facts.Passed.Where(one => mentions.StepsOf.Contains(one.Journey)).ToArray(),
            Messages = mentions.Messages ? facts.Messages : [],
            Events = facts.Events.Where(said => mentions.LookBack.ContainsKey(said.Name)).ToArray(),
            Variables = facts.Variables.Where(variable => mentions.Variables.Contains(variable.Key)).ToDictionary(),
            EventProperties = mentions.EventProperties.IsEmpty ? null : facts.EventProperties,
        };
        Assert.Equal(ConditionEvaluator.Evaluate(condition, facts), ConditionEvaluator.Evaluate(condition, mentioned));
    }).Check(Often);

    private static void Holds(Condition condition, ConditionFacts facts, IList<int> millionths)
    {
        var (holds, until) = ConditionEvaluator.Evaluate(condition, facts);
        Assert.True(until is null || until > facts.Now);
        var end = until ?? facts.Now.AddYears(20);
        foreach (var at in millionths.Select(m => facts.Now.AddTicks((long)((Int128)(end - facts.Now).Ticks * m / 1_000_000))).Append(end.AddTicks(-1)))
        {
            Assert.True(ConditionEvaluator.Evaluate(condition, FactsGen.At(at < end ? at : facts.Now, facts)).Holds == holds, $"Changed by {at:O}, said {until:O}.");
        }
    }
}
