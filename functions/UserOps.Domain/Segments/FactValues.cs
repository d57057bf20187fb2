using NodaTime;
using UserOps.Domain.Messages;
using UserOps.Domain.Orders;
using UserOps.Domain.Scoring;
using UserOps.Domain.Scoring.Value;
using UserOps.Domain.Tags;

namespace UserOps.Domain.Segments;

/// <summary>Looks up what a field holds.</summary>
internal static class FactValues
{
    /// <returns>Null: nothing. For tags, which are a set, always null.</returns>
    public static FactValue? Of(Field field, ConditionFacts facts, Purchases purchases, int today) => field.Kind switch
    {
        FieldKind.Trait => facts.Traits.TryGetValue(field.Name!, out var trait) ? FactValue.Of(trait) : null,
        FieldKind.Variable => facts.Variables.TryGetValue(field.Name!, out var variable) ? FactValue.Of(variable) : null,
        FieldKind.Event => facts.EventProperties is { } properties ? FactValue.Of(JsonText.Property(properties, field.Name!)) : null,
        FieldKind.FirstSeen => Moment(facts.FirstSeen),
        FieldKind.LastSeen => Moment(facts.LastSeen),
        FieldKind.HasEmail => new FactValue.YesNo(facts.HasEmail),
        FieldKind.Language => Text(facts.Language),
        FieldKind.Consent => Text(Words<ConsentState>.Of(ConsentOf(field.Name!, facts.Consents))),
        FieldKind.TagValue => facts.Segments.TryGetValue(TagAudience.Of(field.Name!), out var tag) && tag.Value is { } computed ? FactValue.Of(computed)
            : facts.TagValues.TryGetValue(field.Name!, out var carried) ? FactValue.Of(carried) : null,
        FieldKind.OrdersCount => new FactValue.Number(purchases.Orders),
        FieldKind.OrdersAmount => new FactValue.Number(Currencies.ToMajor(purchases.AmountMinor, facts.Currency)),
        FieldKind.OrdersFirst => Day(purchases.FirstOrderDay),
        FieldKind.OrdersLast => Day(purchases.LastOrderDay),
        FieldKind.OrdersRecencyDays => Number(today - purchases.LastOrderDay),
        FieldKind.ScoreRecency => Number(facts.Standing?.Rfm?.Recency),
        FieldKind.ScoreFrequency => Number(facts.Standing?.Rfm?.Frequency),
        FieldKind.ScoreMonetary => Number(facts.Standing?.Rfm?.Monetary),
        FieldKind.ScoreSegment => Text(facts.Standing?.SegmentIn(SegmentMap.TenRules)?.Code),
        FieldKind.ScoreSegment11 => Text(facts.Standing?.SegmentIn(SegmentMap.Eleven)?.Code),
        FieldKind.ScoreSegment8 => Text(facts.Standing?.SegmentIn(SegmentMap.Eight)?.Code),
        FieldKind.Stage => Text(facts.Standing is { } standing ? LifeCycle.Named(standing.Stage).Code : null),
        FieldKind.ChurnRisk => Text(facts.Standing?.Risk is { } risk ? RiskBands.Named(risk).Code : null),
        FieldKind.ValueTier => Text(facts.Standing?.Tier is { } tier ? ValueTiers.Named(tier).Code : null),
        FieldKind.ExpectedAlive => Number(facts.Outlook?.Prediction?.Alive),
        FieldKind.ExpectedOrders30 => Number(facts.Outlook?.Prediction?.Orders30),
        FieldKind.ExpectedOrders90 => Number(facts.Outlook?.Prediction?.Orders90),
        FieldKind.ExpectedOrders365 => Number(facts.Outlook?.Prediction?.Orders365),
        FieldKind.ExpectedOrderValue => Major(facts.Outlook?.Prediction?.OrderValueMinor, facts),
        FieldKind.ExpectedLifetimeValue => Major(facts.Outlook?.Prediction?.LifetimeMinor, facts),
        FieldKind.RhythmDays => Number(facts.Outlook?.RhythmDays),
        FieldKind.ChurnReason => new FactValue.Names(RiskReasonNames.Of(facts.Standing?.Reasons ?? RiskReasons.None)),
        FieldKind.ValueIndex => Number(facts.Standing?.Index),
        FieldKind.ReferralsSignUps => Number(facts.Referrals.SignUps),
        FieldKind.ReferralsOrders => Number(facts.Referrals.Orders),
        _ => null,
    };

    private static ConsentState ConsentOf(string name, Consents? consents) =>
        name.Split('.') is [var channel, var purpose] && consents is not null ? consents.Of(channel, purpose) : ConsentState.Unsaid;

    private static FactValue.Moment? Moment(DateTimeOffset? at) => at is { } known ? new(Instant.FromDateTimeOffset(known)) : null;

    private static FactValue.Text? Text(string? text) => text is { } known ? new(known) : null;

    private static FactValue.Number? Number(int? number) => number is { } known ? new(known) : null;

    /// <summary>What no number can be told of is not known.</summary>
    private static FactValue.Number? Number(double? number) => number is { } known && Math.Abs(known) < 1e18 ? new((decimal)known) : null;

    private static FactValue.Number? Major(double? minor, ConditionFacts facts) =>
        minor is { } known && double.IsFinite(known) ? new(Currencies.ToMajor(known, facts.Currency)) : null;

    private static FactValue.Day? Day(int? day) => day is { } known ? new(LocalDate.FromDateOnly(Days.ToDate(known))) : null;
}
