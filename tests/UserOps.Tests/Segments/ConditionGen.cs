using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using UserOps.Domain.Segments;
using UserOps.Domain.Tags;

namespace UserOps.Tests.Segments;

/// <summary>Random conditions out of the whole catalogue; names and values few, so that they often meet those of <see cref="FactsGen"/>.</summary>
internal static class ConditionGen
{
    public static readonly string[] Names = ["a", "b"];
    public static readonly string[] Words = ["Ulm", "ulm", "Köln 🙂", "vip"];

    public static readonly Gen<Period> Lasting =
        from years in Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Choose(0, 2)))
        from months in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(0, 4)))
        from days in Gen.Choose(0, 40)
        from hours in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(0, 60)))
        from minutes in Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Choose(0, 90)))
        select new PeriodBuilder { Years = years, Months = months, Days = years + months + days + hours + minutes == 0 ? 1 : days, Hours = hours, Minutes = minutes }.Build();

    /// <summary>Of segments: <see cref="FactsGen"/> knows all but the last.</summary>
    public static readonly string[] Keys = ["recent", "large", "gone"];

    public static readonly string[] ConsentNames = ["email.marketing", "sms.all"];
    public static readonly string[] Channels = ["email", "sms"];

    private static readonly Gen<Period> Days =
        from days in Gen.Choose(1, 40) from months in Gen.Choose(0, 5) select new PeriodBuilder { Days = days, Months = months }.Build();

    private static readonly Gen<decimal> Numbers = Gen.Elements(0m, 1m, 2m, 3m, 3.5m, 5m, 17m, 40m, -1m, 100.25m);

    public static Gen<Condition> Of(ConditionScope scope) => Gen.Sized(size => Of(scope, Math.Min(size / 12, 4)));

    private static Gen<Condition> Of(ConditionScope scope, int depth)
    {
        var leaf = scope.HasFlag(ConditionScope.User) ? Gen.Frequency((6, Compare(scope)), (2, Happened(depth)), (2, Sequence(depth)), (1, InSegment), (1, InJourney), (1, PassedStep), (2, Messaged)) : Compare(scope);
        return depth == 0 ? leaf : Gen.Frequency(
            (2, leaf),
            (2, Several(scope, depth).Select(of => (Condition)new Condition.All(of))),
            (2, Several(scope, depth).Select(of => (Condition)new Condition.Any(of))),
            (1, Of(scope, depth - 1).Select(of => (Condition)new Condition.Not(of))));
    }

    public static Gen<Condition> Compare(ConditionScope scope) =>
        from info in Gen.Elements(FieldCatalog.All.Where(info => scope.HasFlag(info.Scope)))
        from name in Gen.Elements(info.NameForm is null ? Names : ConsentNames)
        from op in Gen.Elements(info.Operators)
        from operand in OperandOf(info, op.Operand)
        select (Condition)new Condition.Compare(new(info.Kind, info.IsPrefix ? name : null), op.Operator, operand);

    private static readonly Gen<string> Events = Gen.Elements("Order Completed", "Product Viewed");

    private static readonly Gen<Period?> Within = Gen.OneOf(Lasting.Select(p => (Period?)p), Gen.Constant((Period?)null));

    private static readonly Gen<Times> Often =
        from least in Gen.Choose(0, 3) from more in Gen.Choose(-1, 2) select more >= 0 ? new Times(least, least + more) : new(Math.Max(least, 1), null);

    private static Gen<Condition> Happened(int depth) =>
        from name in Events from times in Often from within in Within from asked in WhereOf(depth) select (Condition)new Condition.Happened(name, times, within, asked);

    public static Gen<Condition> Sequence(int depth) =>
        from count in Gen.Choose(2, 4)
        from steps in (from name in Events from asked in WhereOf(depth) select new SequenceStep(name, asked)).ListOf(count)
        from not in Gen.Elements(true, false)
        from within in not ? Lasting.Select(p => (Period?)p) : Within
        from since in Within
        where !not || since is null || Durations.LongestDays(since) > Durations.LongestDays(within!)
        select (Condition)new Condition.Sequence([.. steps.SkipLast(1), steps[^1] with { Not = not }], within, since);

    private static readonly Gen<Condition> PassedStep =
        from key in Gen.Elements(Keys)
        from step in Gen.Elements("offer", "wait")
        from outcome in Gen.Elements("a", "b", null)
        select (Condition)new Condition.PassedStep(key, step, outcome);

    private static readonly Gen<Condition> InJourney =
        from key in Gen.Elements(Keys)
        from part in Gen.Elements(Enum.GetValues<JourneyPart>())
        from within in Within
        select (Condition)new Condition.InJourney(key, part, part == JourneyPart.Inside ? null : within);

    private static readonly Gen<Condition> Messaged =
        from mark in Gen.Elements(Enum.GetValues<MessageMark>())
        from journey in Gen.Elements([.. Keys, null!])
        from template in Gen.Elements([.. Keys, null!])
        from channel in Gen.Elements([.. Channels, null!])
        from times in Often
        from within in Within
        select (Condition)new Condition.Messaged(mark, journey, template, channel, times, within);

    private static Gen<Condition?> WhereOf(int depth) =>
        Gen.OneOf(Gen.Constant((Condition?)null), Of(ConditionScope.Where, Math.Min(depth, 1)).Select(c => (Condition?)c));

    private static readonly Gen<Condition> InSegment = Gen.Elements(Keys).Select(key => (Condition)new Condition.InSegment(key));

    private static Gen<IReadOnlyList<Condition>> Several(ConditionScope scope, int depth) =>
        from count in Gen.Choose(1, 4) from of in Of(scope, depth - 1).ListOf(count) select (IReadOnlyList<Condition>)of.ToArray();

    private static Gen<Operand?> OperandOf(FieldInfo info, OperandType type) => type switch
    {
        OperandType.Nothing => Gen.Constant((Operand?)null),
        OperandType.One => One(info).Select(one => (Operand?)one),
        OperandType.List => from count in Gen.Choose(1, 4) from of in One(info).ListOf(count) select (Operand?)new Operand.List(of.ToArray()),
        OperandType.Text => Gen.Elements(Words).Select(word => (Operand?)new Operand.Text(word)),
        OperandType.Tag when info.Type == FieldType.Set => Gen.Elements(info.Choices!.ToArray()).Select(code => (Operand?)new Operand.Text(code)),
        OperandType.Tag => Gen.Elements(Words.Concat(Names)).Select(word => (Operand?)new Operand.Text(TagName.Of(word)!)),
        OperandType.Number => Number(info).Select(number => (Operand?)new Operand.Number(number)),
        OperandType.Range => from a in Number(info) from b in Number(info) select (Operand?)new Operand.Range(Math.Min(a, b), Math.Max(a, b)),
        OperandType.Day => FactsGen.Day.Select(day => (Operand?)new Operand.Day(day)),
        OperandType.DayOrInstant => Gen.OneOf(
            FactsGen.Day.Select(day => (Operand?)new Operand.Day(day)), FactsGen.Instant.Select(at => (Operand?)new Operand.Moment(at))),
        OperandType.Duration when info.Type != FieldType.Day => Lasting.Select(period => (Operand?)new Operand.Lasting(period)),
        _ => Days.Select(period => (Operand?)new Operand.Lasting(period)),
    };

    private static Gen<Operand> One(FieldInfo info) => info.Type switch
    {
        FieldType.Choice or FieldType.State => Gen.Elements(info.Choices!.ToArray()).Select(code => (Operand)new Operand.Text(code)),
        FieldType.Number => Number(info).Select(number => (Operand)new Operand.Number(number)),
        FieldType.YesNo => Gen.Elements(true, false).Select(yes => (Operand)new Operand.YesNo(yes)),
        FieldType.Text => Gen.Elements(Words).Select(word => (Operand)new Operand.Text(word)),
        _ => Gen.OneOf(
            Gen.Elements(Words).Select(word => (Operand)new Operand.Text(word)),
            Numbers.Select(number => (Operand)new Operand.Number(number)),
            Gen.Elements(true, false).Select(yes => (Operand)new Operand.YesNo(yes))),
    };

    private static Gen<decimal> Number(FieldInfo info) =>
        info.Bounds is { } bounds ? Gen.Choose(bounds.Lowest, bounds.Highest).Select(n => (decimal)n) : Numbers;
}
