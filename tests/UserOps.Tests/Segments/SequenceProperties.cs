using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using UserOps.Domain.Segments;

namespace UserOps.Tests.Segments;

/// <summary>Sequences against whoever tries every choice of events at every instant at which anything could change.</summary>
public class SequenceProperties
{
    private static readonly Gen<Condition.Sequence> Any = ConditionGen.Sequence(0).Select(condition => (Condition.Sequence)condition)
        .Select(sequence => sequence with { Steps = [.. sequence.Steps.Select(step => step with { Where = null })] });

    /// <summary>In whole hours, as are the events of <see cref="Facts"/> then, so that ends fall together.</summary>
    private static readonly Gen<Condition.Sequence> InHours =
        from sequence in Any
        from within in Gen.Choose(1, 20)
        from since in Gen.Choose(21, 60)
        select sequence with { Within = sequence.Within is null ? null : Period.FromHours(within), Since = sequence.Since is null ? null : Period.FromHours(since) };

    private static readonly Arbitrary<Condition.Sequence> Sequences = Gen.OneOf(Any, InHours).ToArbitrary();

    private static readonly Arbitrary<ConditionFacts> Facts = (
        from facts in FactsGen.Some
        from hours in Gen.Choose(-40, 10).ListOf(7)
        from near in Gen.Elements(true, false)
        let some = facts.Events.Take(7)
        select facts with { Events = [.. near ? some.Zip(hours, (said, hour) => said with { OccurredAt = facts.Now.AddHours(hour) }) : some] }).ToArbitrary();

    [Fact]
    public void An_answer_is_that_of_whoever_tries_every_choice_of_events() =>
        Prop.ForAll(Sequences, Facts, (asked, facts) => Assert.Equal(Tried(asked, facts, facts.Now), ConditionEvaluator.Evaluate(asked, facts).Holds))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void An_answer_changes_at_no_instant_before_the_one_it_names() => Prop.ForAll(Sequences, Facts, (asked, facts) =>
    {
        var (holds, until) = ConditionEvaluator.Evaluate(asked, facts);
        var all = Boundaries(asked, facts).Where(at => at > facts.Now).Order().ToArray();
        Assert.All(all.TakeWhile(at => !(at >= until)), at => Assert.Equal(holds, Tried(asked, facts, at)));

        // What it names is such an instant.
        Assert.True(until is not { } named || all.Contains(named));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    /// <summary>Around each instant at which an event, its time to be followed, or its time to begin with is there or over.</summary>
    private static IEnumerable<DateTimeOffset> Boundaries(Condition.Sequence asked, ConditionFacts facts) =>
        from said in facts.Events
        from at in (IEnumerable<Instant>)[InstantOf(said), Plus(InstantOf(said), asked.Within, facts), Plus(InstantOf(said), asked.Since, facts)]
        where at < ZoneCalendar.Horizon
        from near in (int[])[-1, 0, 1]
        select at.ToDateTimeOffset().AddTicks(near);

    private static bool Tried(Condition.Sequence asked, ConditionFacts facts, DateTimeOffset at)
    {
        var now = Instant.FromDateTimeOffset(at);
        var steps = asked.Steps.Where(step => !step.Not).ToArray();
        return Choices(0, []).Any(chosen =>
            now < Plus(chosen[0], asked.Since, facts)
            && chosen[^1] <= Plus(chosen[0], asked.Within, facts)
            && (!asked.Steps[^1].Not || NothingCame(chosen[^1])));

        IEnumerable<Instant[]> Choices(int step, Instant[] before) => step == steps.Length
            ? [before]
            : Times(steps[step].Event).Where(next => before.Length == 0 || next > before[^1]).SelectMany(next => Choices(step + 1, [.. before, next]));

        bool NothingCame(Instant last) =>
            now >= Plus(last, asked.Within, facts) && !Times(asked.Steps[^1].Event).Any(next => next > last && next <= Plus(last, asked.Within, facts));

        IEnumerable<Instant> Times(string name) => facts.Events.Where(said => said.Name == name).Select(InstantOf).Where(time => time <= now);
    }

    private static Instant InstantOf(AppliedEvent said) => Instant.FromDateTimeOffset(said.OccurredAt);

    private static Instant Plus(Instant from, Period? period, ConditionFacts facts) => period is null ? Instant.MaxValue : new ZoneCalendar(facts.Zone).Plus(from, period);
}
