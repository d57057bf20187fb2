using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using UserOps.Domain.Journeys;
using UserOps.Domain.Messages;
using UserOps.Domain.Orders;
using UserOps.Domain.Scoring;
using UserOps.Domain.Scoring.Value;
using UserOps.Domain.Segments;
using UserOps.Domain.Tags;
using UserOps.Domain.Users;

namespace UserOps.Tests.Segments;

/// <summary>Random users, in zones whose clocks change at midnight, by half an hour, back over midnight, and by a whole day.</summary>
internal static class FactsGen
{
    private static readonly string[] Zones =
        ["UTC", "Europe/Berlin", "Australia/Lord_Howe", "America/Havana", "America/St_Johns", "America/Sao_Paulo", "Pacific/Apia", "Asia/Kathmandu", "Africa/Cairo"];

    /// <summary>Around changes of clocks: Berlin, Lord Howe, Newfoundland and Samoa.</summary>
    private static readonly DateTimeOffset[] Around =
        [Asked.At("2026-03-29T01:00:00Z"), Asked.At("2026-04-04T15:00:00Z"), Asked.At("2010-11-07T02:31:00Z"), Asked.At("2011-12-30T10:00:00Z"), Asked.At("2026-10-25T01:00:00Z")];

    public static readonly Gen<DateTimeOffset> Instant = Gen.OneOf(
        from at in Gen.Elements(Around) from minutes in Gen.Choose(-4_000, 4_000) select at.AddMinutes(minutes),
        from at in Gen.Elements(Around) from days in Gen.Choose(-400, 400) from ticks in Gen.Choose(0, int.MaxValue) select at.AddDays(days).AddTicks(ticks));

    public static readonly Gen<LocalDate> Day =
        from at in Instant from years in Gen.Elements(0, 0, 30) select LocalDate.FromDateTime(at.UtcDateTime).PlusYears(-years);

    private static readonly Gen<JsonElement> Value = Gen.Frequency(
        (2, Gen.Elements(ConditionGen.Words).Select(word => JsonSerializer.SerializeToElement(word))),
        (2, Gen.Elements(0m, 1m, 2m, 3.5m, 40m).Select(number => JsonSerializer.SerializeToElement(number))),
        (1, Gen.Elements("true", "false", "null", "[1]", "{}", "1e999", "\"9999-12-31\"", "\"0001-01-01\"", "\"2024-02-29\"").Select(Asked.Json)),
        (4, Day.Select(day => JsonSerializer.SerializeToElement(day.ToString("uuuu-MM-dd", null)))),
        (4, Instant.Select(at => JsonSerializer.SerializeToElement(at))),
        (1, Instant.Select(at => JsonSerializer.SerializeToElement(at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", null)))));

    private static readonly Gen<Dictionary<string, JsonElement>> Values =
        from a in Value from b in Value from some in Gen.Choose(0, 3)
        select ConditionGen.Names.Zip([a, b]).Where((_, i) => (some & (1 << i)) != 0).ToDictionary(pair => pair.First, pair => pair.Second);

    private static readonly Gen<AppliedEvent> Event =
        from name in Gen.Elements("Order Completed", "Product Viewed") from at in Instant from properties in Values
        select new AppliedEvent(name, at, JsonSerializer.SerializeToElement(properties));

    /// <summary>Close to each other, often at the same instant, so that one follows another within hours.</summary>
    private static Gen<AppliedEvent[]> EventsAround(DateTimeOffset now) =>
        (from said in Event from hours in Gen.Choose(-1_500, 300) from near in Gen.Elements(1, 10)
            select said with { OccurredAt = now.AddHours(hours / near) }).ListOf().Select(events => events.ToArray());

    private static readonly Gen<Consents?> Consenting =
        from states in Gen.Elements(Enum.GetValues<ConsentState>()).ListOf(2)
        from anything in Gen.Elements(true, false)
        select anything ? Consents.None.With(Consent("email", states[0])).With(Consent("sms", states[1])) : null;

    private static readonly Gen<Participation> Journey =
        from key in Gen.Elements(ConditionGen.Keys)
        from started in Instant
        from ended in Gen.OneOf(Gen.Constant((DateTimeOffset?)null), Instant.Select(at => (DateTimeOffset?)at))
        from heldOut in Gen.Elements(true, false)
        select new Participation { Run = "r", Journey = key, StartedAt = started, EndedAt = ended, HeldOut = heldOut };

    private static readonly Gen<MessageEntry> Message =
        from keys in Gen.Elements(ConditionGen.Keys).ListOf(2)
        from channel in Gen.Elements([.. ConditionGen.Channels, null!])
        from state in Gen.Elements(Enum.GetValues<MessageState>())
        from delivery in Gen.Elements(DeliveryNames.Delivered, DeliveryNames.Bounced, DeliveryNames.Complained, null!)
        from at in Instant.ListOf(5)
        from some in Gen.Choose(0, 7)
        select new MessageEntry
        {
            Run = "r", Step = "s", Occurrence = 1, Version = 1, OperationId = default, Purpose = MessageNames.Marketing,
            Journey = keys[0], Template = keys[1], Channel = channel, State = state, At = at[0],
            ClaimedAt = (some & 1) == 0 ? null : at[1], Delivery = delivery, DeliveryAt = delivery is null ? null : at[2],
            OpenedAt = (some & 2) == 0 ? null : at[3], ClickedAt = (some & 4) == 0 ? null : at[4],
        };

    private static readonly Gen<PurchaseEntry> Purchase =
        from at in Instant from later in Gen.Choose(0, 30) from orders in Gen.Elements(1, 1, -1) from amount in Gen.Choose(-500, 5_000)
        let day = UserOps.Domain.Days.Of(at, DateTimeZone.Utc)
        select new PurchaseEntry(day, day + later, orders, amount);

    private static readonly Gen<Standing?> Standing = Gen.Frequency(
        (1, Gen.Constant((Standing?)null)),
        (4, from rfm in Gen.Choose(-10, 124) from stage in Gen.Elements(Enum.GetValues<LifeCycleStage>())
            from risk in Gen.Elements<RiskBand?>(null, RiskBand.Healthy, RiskBand.Watch, RiskBand.AtRisk)
            from tier in Gen.Elements<ValueTier?>(null, ValueTier.Low, ValueTier.Mid, ValueTier.High)
            from reasons in Gen.Choose(0, 31)
            let standing = new Standing(null, null, stage, risk, tier) { Reasons = (RiskReasons)reasons, Index = reasons < 2 ? null : (byte)(reasons / 2 * 5) }
            select (Standing?)(rfm < 0 ? standing : standing with { Rfm = new RfmCode((byte)rfm), Eight = (byte)(rfm % 8) })));

    private static readonly Gen<double> Figure = Gen.Elements(0, 0.25, 1, 1.5, 3.5, 17, 1e30, double.NaN);

    private static readonly Gen<PurchaseOutlook?> Outlook =
        from alive in Gen.Choose(0, 4)
        from figures in Figure.ListOf(5)
        from known in Gen.Choose(0, 15)
        let prediction = new Prediction(alive / 4.0, figures[0], figures[1], figures[2], (known & 1) == 0 ? null : figures[3], (known & 2) == 0 ? null : 10_025)
        select known == 0 ? null : new PurchaseOutlook((known & 4) == 0 ? null : prediction, (known & 8) == 0 ? null : figures[4]);

    public static readonly Gen<ConditionFacts> Some =
        from now in Instant
        from zone in Gen.Elements(Zones)
        from seen in Instant.ListOf(2)
        from hasEmail in Gen.Elements(true, false)
        from word in Gen.Elements([.. ConditionGen.Words, null!])
        from traits in Values
        from variables in Values
        from properties in Values
        from events in Event.ListOf()
        from around in EventsAround(now)
        from expires in Gen.OneOf(Gen.Constant((DateTimeOffset?)null), Instant.Select(at => (DateTimeOffset?)at))
        from consents in Consenting
        from journeys in Journey.ListOf()
        from messages in Message.ListOf()
        from purchases in Purchase.ListOf()
        from standing in Standing
        from outlook in Outlook
        select At(now, new ConditionFacts
        {
            Now = now,
            Zone = DateTimeZoneProviders.Tzdb[zone],
            Currency = "EUR",
            FirstSeen = seen.Min(),
            LastSeen = seen.Max(),
            HasEmail = hasEmail,
            Language = word,
            Traits = traits,
            Tags = word is null ? new Dictionary<string, DateTimeOffset?>() : new Dictionary<string, DateTimeOffset?> { [TagName.Of(word)!] = expires, ["a"] = expires },
            TagValues = traits,
            Consents = consents,
            Journeys = journeys.ToArray(),
            Passed = [.. journeys.Select(one => new PassedStep(one.Journey, one.HeldOut ? "offer" : "wait", one.IsActive ? "a" : "b"))],
            Messages = messages.ToArray(),
            Purchases = PurchaseHistory.Empty.Replace([], purchases),
            Standing = standing,
            Referrals = Referrals.None with { SignUps = messages.Count, Orders = journeys.Count },
            Outlook = outlook,
            Events = [.. events, .. around],
            Variables = variables,
            EventProperties = JsonSerializer.SerializeToElement(properties),
        });

    /// <summary>Segments that users of <see cref="Some"/> are in and not in as time passes.</summary>
    private static readonly Dictionary<string, Condition> Segments = new()
    {
        ["recent"] = Asked.Read("""{"event": "Order Completed", "within": "P20D"}"""),
        ["large"] = Asked.Read("""{"field": "orders.recencyDays", "op": "between", "value": [3, 10]}"""),
    };

    private static ConsentEntry Consent(string channel, ConsentState state) =>
        new(channel, MessageNames.Marketing, ConsentVoice.Person, state, new(DateTimeOffset.UnixEpoch, "e"), "test");

    /// <summary>The same user at another instant.</summary>
    public static ConditionFacts At(DateTimeOffset now, ConditionFacts facts)
    {
        var then = facts with { Now = now };
        return then with { Segments = Segments.ToDictionary(segment => segment.Key, segment => ConditionEvaluator.Evaluate(segment.Value, then)) };
    }
}
