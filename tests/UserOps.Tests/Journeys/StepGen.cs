using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using UserOps.Domain.Journeys;
using UserOps.Domain.Segments;
using UserOps.Domain.Tags;

namespace UserOps.Tests.Journeys;

/// <summary>Steps that lead on to the one after them in some way, so that all are reached; back only from where time passes.</summary>
internal static class StepGen
{
    public static Gen<Step> Of(
        int i, int count, Gen<string> texts, Gen<string> keys, Gen<Condition> conditions, Gen<Condition?> optional, Gen<Period> durations, Gen<WaitUntil> waits)
    {
        var (id, next) = ($"s{i}", i + 1 < count ? $"s{i + 1}" : null);
        var ahead = Gen.Elements<string?>([null, .. Enumerable.Range(i + 1, count - i - 1).Select(k => $"s{k}")]);
        var anywhere = Gen.Elements<string?>([null, .. Enumerable.Range(0, count).Select(k => $"s{k}")]);
        var channels = Gen.Elements<IReadOnlyList<string>>(["email", "sms"], ["push", "inbox", "email"]);
        var values = Gen.Elements("1", "1.50", "true", "null", "\"金\"", "-3e2").Select(text => JsonDocument.Parse(text).RootElement.Clone());
        var bodies = Gen.Elements<JsonElement?>(null, JsonDocument.Parse("""{"a":[1,{"b":null}],"c":"/"}""").RootElement.Clone());
        var exit = from reason in texts select (Step)new Step.Exit(reason) { Id = id };
        Gen<Step>[] all =
        [
            from channel in keys from template in keys select (Step)new Step.Send([channel], false, template, "marketing") { Id = id, Next = next },
            from list in channels
            from cheapest in Gen.Elements(true, false)
            from template in keys
            select (Step)new Step.Send(list, cheapest, template, "transactional") { Id = id, Next = next },
            from until in waits select (Step)new Step.Wait(until) { Id = id, Next = next },
            from name in texts
            from about in optional
            from timeout in durations
            from back in anywhere
            from onward in Gen.Elements(true, false)
            select (Step)new Step.WaitForEvent(name, about, timeout, onward ? next : back) { Id = id, Next = onward ? back : next },
            from cases in (from condition in conditions from then in ahead select new BranchCase(condition, then)).NonEmptyListOf()
            select (Step)new Step.Branch([.. cases.Take(20)]) { Id = id, Next = next },
            from weights in Gen.Choose(1, 1000).Two()
            from then in ahead
            select (Step)new Step.Split([new("a", weights.Item1, next), new("b", weights.Item2, then)]) { Id = id },
            from name in texts from other in keys select (Step)new Step.Tag([TagName.Of(name) ?? "seen"], [other]) { Id = id, Next = next },
            from name in keys from value in values select (Step)new Step.SetProperty(name, value) { Id = id, Next = next },
            from points in Gen.Choose(1, 1_000_000) select (Step)new Step.Grant(points, null) { Id = id, Next = next },
            from coupon in keys select (Step)new Step.Grant(0, coupon) { Id = id, Next = next },
            from endpoint in keys from body in bodies select (Step)new Step.CallWebhook(endpoint, body) { Id = id, Next = next },
            from journey in keys select (Step)new Step.StartJourney("x" + journey[1..]) { Id = id, Next = next },
        ];
        return Gen.OneOf(next is null ? [.. all, exit] : all);
    }
}
