using NodaTime;
using UserOps.Domain.Orders;
using UserOps.Domain.Tags;

namespace UserOps.Domain.Segments;

/// <summary>One comparison: what the field holds now and for how long, and what the operator says to it.</summary>
internal static class CompareEvaluation
{
    public static Judged Judge(Condition.Compare asked, ConditionFacts facts, ZoneCalendar calendar, Instant now) => asked.Field.Info.Source switch
    {
        FieldSource.Tags when asked.Field.Kind == FieldKind.TagValue => JudgeTagValue(asked, facts, calendar, now),
        FieldSource.Tags => asked.Operator == Operator.Has ? JudgeTag(Text(asked), facts, now) : JudgeTag(Text(asked), facts, now).Opposite,
        FieldSource.Orders => JudgeOrders(asked, facts, calendar, now),
        _ => Judge(asked, FactValues.Of(asked.Field, facts, default, 0), calendar, now),
    };

    private static Judged JudgeTagValue(Condition.Compare asked, ConditionFacts facts, ZoneCalendar calendar, Instant now)
    {
        var carried = JudgeTag(asked.Field.Name!, facts, now);
        return Judge(asked, carried.Holds ? FactValues.Of(asked.Field, facts, default, 0) : null, calendar, now).AtMostUntil(carried.Until);
    }

    private static Judged JudgeTag(string tag, ConditionFacts facts, Instant now) =>
        facts.Segments.TryGetValue(TagAudience.Of(tag), out var verdict) ? Judged.Of(verdict)
        : !facts.Tags.TryGetValue(tag, out var until) ? Judged.ForEver(false)
        : until is { } ends ? new Span(Instant.MinValue, Instant.FromDateTimeOffset(ends)).Judge(now)
        : Judged.ForEver(true);

    private static Judged JudgeOrders(Condition.Compare asked, ConditionFacts facts, ZoneCalendar calendar, Instant now)
    {
        var today = calendar.DayNumberOf(now);
        var purchases = facts.Purchases.AsOf(today);
        var value = FactValues.Of(asked.Field, facts, purchases, today);
        var judged = Judge(asked, value, calendar, now);
        var rising = asked.Field.Kind == FieldKind.OrdersRecencyDays && value is FactValue.Number days
            ? calendar.StartOfDayNumber(today + DaysUntilChange(asked, (int)days.Value, judged.Holds))
            : Instant.MaxValue;
        var known = NextDayOf(facts.Purchases, today) is { } day ? calendar.StartOfDayNumber(day) : Instant.MaxValue;
        return judged.AtMostUntil(rising).AtMostUntil(known).AtMostUntil(calendar.DayTurnsBack(now));
    }

    /// <summary>Orders, refunds and cancellations of days to come: senders' clocks run ahead, and a past instant may be asked about.</summary>
    private static int? NextDayOf(PurchaseHistory purchases, int today)
    {
        int? next = null;
        foreach (var entry in purchases.Entries)
        {
            var day = Math.Max(entry.OrderDay, entry.EffectiveDay);
            next = day > today && !(day >= next) ? day : next;
        }

        return next;
    }

    /// <summary>A number that grows by one a day passes an operator's bounds only next to one of them.</summary>
    private static int DaysUntilChange(Condition.Compare asked, int days, bool holds)
    {
        // Beyond any year there is, so that the sum is still a day.
        const int never = 3_000_000;
        var bounds = NumberTest.Bounds(asked.Operand).Where(bound => Math.Abs(bound) < never).SelectMany(bound => (int[])[(int)bound - 1, (int)bound, (int)bound + 1]);
        var next = bounds.Where(n => n > days && NumberTest.Passes(asked.Operator, asked.Operand, n) != holds).DefaultIfEmpty(never).Min();
        return next - days;
    }

    private static Judged Judge(Condition.Compare asked, FactValue? value, ZoneCalendar calendar, Instant now) => asked.Operator switch
    {
        Operator.Exists => Judged.ForEver(value is not null),
        Operator.Missing => Judged.ForEver(value is null),
        Operator.Has => Judged.ForEver(value is FactValue.Names names && names.Value.Contains(Text(asked))),
        Operator.HasNot => Judge(asked with { Operator = Operator.Has }, value, calendar, now).Opposite,
        Operator.Is or Operator.IsNot or Operator.In or Operator.NotIn => Judged.ForEver(ValueTest.Passes(asked.Operator, asked.Operand, value)),
        Operator.Contains => Judged.ForEver(value is FactValue.Text text && text.Value.Contains(Text(asked), StringComparison.OrdinalIgnoreCase)),
        Operator.StartsWith => Judged.ForEver(value is FactValue.Text text && text.Value.StartsWith(Text(asked), StringComparison.OrdinalIgnoreCase)),
        Operator.LessThan or Operator.AtMost or Operator.AtLeast or Operator.MoreThan or Operator.Between =>
            Judged.ForEver(value is FactValue.Number number && NumberTest.Passes(asked.Operator, asked.Operand, number.Value)),
        Operator.NotWithinLast => Judge(asked with { Operator = Operator.WithinLast }, value, calendar, now).Opposite,
        _ => value?.AsDate(calendar) is { } date ? DateTest.Judge(asked.Operator, asked.Operand!, date, calendar, now) : Judged.ForEver(false),
    };

    private static string Text(Condition.Compare asked) => ((Operand.Text)asked.Operand!).Value;
}
