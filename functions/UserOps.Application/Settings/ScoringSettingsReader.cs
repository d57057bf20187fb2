using System.Collections.Frozen;
using System.Globalization;
using UserOps.Domain.Scoring;
using UserOps.Domain.Scoring.Value;
using UserOps.Domain.Segments;

namespace UserOps.Application.Settings;

internal static class ScoringSettingsReader
{
    private const int TenYears = 3_660;

    public static ScoringSettings Read(SettingKeys keys)
    {
        var defaults = new ScoringSettings();
        return new()
        {
            NightlyHour = string.Equals(keys.Text("Scoring:NightlyHour"), "off", StringComparison.OrdinalIgnoreCase)
                ? null
                : keys.Integer("Scoring:NightlyHour", defaults.NightlyHour!.Value, 0, 23),
            ActivitiesAtOnce = keys.Integer("Scoring:ActivitiesAtOnce", defaults.ActivitiesAtOnce, 1, 64),
            Activity = new(
                Events(keys, "Scoring:Risk:ComplaintEvents", defaults.Activity.Complaints), Events(keys, "Scoring:Risk:FailedDeliveryEvents", defaults.Activity.FailedDeliveries)),
            Rules = new()
            {
                WindowDays = keys.Text("Scoring:WindowDays") is null ? null : keys.Integer("Scoring:WindowDays", 1, 1, 36_600),
                RecencyCuts = WholeCuts(keys, "Scoring:RecencyCuts"),
                FrequencyCuts = WholeCuts(keys, "Scoring:FrequencyCuts"),
                MonetaryCuts = Cuts<decimal>(keys, "Scoring:MonetaryCuts", "amounts", text => SettingKeys.TryAmount(text, out var value) ? value : null),
                Map = keys.Choice("Scoring:Map", SegmentMap.TenRules, ("ten-rules", SegmentMap.TenRules), ("eleven", SegmentMap.Eleven), ("eight", SegmentMap.Eight)),
                EightSplit = Split(keys),
                LifeCycle = LifeCycle(keys),
                Value = Value(keys),
                Risk = Risk(keys),
                Index = Index(keys),
            },
        };
    }

    private static EightSplit Split(SettingKeys keys)
    {
        var by = keys.Choice("Scoring:EightSplit:By", SplitBy.Mean, ("mean", SplitBy.Mean), ("median", SplitBy.Median), ("fixed", SplitBy.Fixed));
        if (by == SplitBy.Fixed)
        {
            foreach (var part in new[] { "RecencyDays", "Orders", "Amount" })
            {
                if (keys.Text($"Scoring:EightSplit:{part}") is null)
                {
                    keys.Wrong($"Scoring:EightSplit:{part}", "is not set; a fixed split needs RecencyDays, Orders and Amount");
                }
            }
        }

        return new(
            by,
            keys.Integer("Scoring:EightSplit:RecencyDays", 0, 0, TenYears),
            keys.Integer("Scoring:EightSplit:Orders", 0, 0, 1_000_000),
            keys.Amount("Scoring:EightSplit:Amount", 0));
    }

    private static LifeCycleRules LifeCycle(SettingKeys keys)
    {
        var defaults = new LifeCycleRules();
        var rules = new LifeCycleRules(
            keys.Integer("Scoring:LifeCycle:GrowingOrders", defaults.GrowingOrders, 1, 1_000_000),
            keys.Integer("Scoring:LifeCycle:MatureOrders", defaults.MatureOrders, 1, 1_000_000),
            keys.Integer("Scoring:LifeCycle:DormantAfterDays", defaults.DormantAfterDays, 1, TenYears),
            keys.Integer("Scoring:LifeCycle:ChurnedAfterDays", defaults.ChurnedAfterDays, 1, TenYears),
            keys.Integer("Scoring:LifeCycle:DormantPercent", defaults.DormantPercent, 100, 10_000),
            keys.Integer("Scoring:LifeCycle:ChurnedPercent", defaults.ChurnedPercent, 100, 10_000),
            keys.Integer("Scoring:LifeCycle:ShortestRhythmDays", defaults.ShortestRhythmDays, 1, TenYears),
            keys.Integer("Scoring:LifeCycle:LongestRhythmDays", defaults.LongestRhythmDays, 1, TenYears));
        if (rules.MatureOrders <= rules.GrowingOrders)
        {
            keys.Wrong("Scoring:LifeCycle:MatureOrders", $"is not above GrowingOrders ({rules.GrowingOrders}); set a larger number");
        }

        if (rules.ChurnedAfterDays <= rules.DormantAfterDays)
        {
            keys.Wrong("Scoring:LifeCycle:ChurnedAfterDays", $"is not above DormantAfterDays ({rules.DormantAfterDays}); set a larger number");
        }

        if (rules.ChurnedPercent <= rules.DormantPercent)
        {
            keys.Wrong("Scoring:LifeCycle:ChurnedPercent", $"is not above DormantPercent ({rules.DormantPercent}); set a larger number");
        }

        if (rules.LongestRhythmDays < rules.ShortestRhythmDays)
        {
            keys.Wrong("Scoring:LifeCycle:LongestRhythmDays", $"is below ShortestRhythmDays ({rules.ShortestRhythmDays}); set at least that");
        }

        return rules;
    }

    private static ValueRules Value(SettingKeys keys)
    {
        var defaults = new ValueRules();
        var rules = new ValueRules(
            keys.Integer("Scoring:Value:DiscountPercent", defaults.DiscountPercent, 0, 1_000),
            keys.Integer("Scoring:Value:HorizonMonths", defaults.HorizonMonths, 1, 120),
            keys.Integer("Scoring:Value:HighPercent", defaults.HighPercent, 1, 98),
            keys.Integer("Scoring:Value:MidPercent", defaults.MidPercent, 1, 98));
        if (rules.HighPercent + rules.MidPercent >= 100)
        {
            keys.Wrong("Scoring:Value:MidPercent", $"leaves nothing to the low tier beside HighPercent ({rules.HighPercent}); set less than {100 - rules.HighPercent}");
        }

        return rules;
    }

    private static RiskRules Risk(SettingKeys keys)
    {
        var defaults = new RiskRules();
        var rules = new RiskRules(
            keys.Integer("Scoring:Risk:LeastGaps", defaults.LeastGaps, 1, 1_000),
            keys.Integer("Scoring:Risk:WatchPercent", defaults.WatchPercent, 100, 10_000),
            keys.Integer("Scoring:Risk:AtRiskPercent", defaults.AtRiskPercent, 100, 10_000),
            keys.Integer("Scoring:Risk:WatchAlivePercent", defaults.WatchAlivePercent, 0, 100),
            keys.Integer("Scoring:Risk:AtRiskAlivePercent", defaults.AtRiskAlivePercent, 0, 100),
            keys.Integer("Scoring:Risk:RefundDays", defaults.RefundDays, 1, TenYears),
            keys.Integer("Scoring:Risk:ComplaintDays", defaults.ComplaintDays, 1, TenYears),
            keys.Integer("Scoring:Risk:FailedDeliveryDays", defaults.FailedDeliveryDays, 1, TenYears),
            keys.Integer("Scoring:Risk:VisitsPercent", defaults.VisitsPercent, 1, 100),
            keys.Integer("Scoring:Risk:LeastVisitWeeks", defaults.LeastVisitWeeks, 1, RiskRules.VisitWeeksBefore));
        if (rules.AtRiskPercent <= rules.WatchPercent)
        {
            keys.Wrong("Scoring:Risk:AtRiskPercent", $"is not above WatchPercent ({rules.WatchPercent}); set a larger number");
        }

        if (rules.AtRiskAlivePercent > rules.WatchAlivePercent)
        {
            keys.Wrong("Scoring:Risk:AtRiskAlivePercent", $"is above WatchAlivePercent ({rules.WatchAlivePercent}); set at most that");
        }

        return rules;
    }

    private static IndexRules Index(SettingKeys keys)
    {
        var defaults = new IndexRules();
        var rules = new IndexRules(
            keys.Integer("Scoring:Index:Activity", defaults.Activity, 0, 1_000),
            keys.Integer("Scoring:Index:Spend", defaults.Spend, 0, 1_000),
            keys.Integer("Scoring:Index:Spread", defaults.Spread, 0, 1_000));
        if (rules is { Activity: 0, Spend: 0, Spread: 0 })
        {
            keys.Wrong("Scoring:Index:Activity", "is 0, as are Spend and Spread; set one of the three above 0");
        }

        return rules;
    }

    private static FrozenSet<string> Events(SettingKeys keys, string key, FrozenSet<string> absent)
    {
        if (keys.List(key) is not { } names)
        {
            return absent;
        }

        if (names.Any(name => name.Length is 0 or > ConditionLimits.NameLength))
        {
            keys.Wrong(key, $"holds a name that is empty or has more than {ConditionLimits.NameLength} characters; set names of events, with commas between them");
        }

        return names.ToFrozenSet(StringComparer.Ordinal);
    }

    private static List<int>? WholeCuts(SettingKeys keys, string key) =>
        Cuts<int>(keys, key, "whole numbers", text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null);

    private static List<T>? Cuts<T>(SettingKeys keys, string key, string what, Func<string, T?> parse)
        where T : struct, IComparable<T>
    {
        if (keys.List(key) is not { } texts)
        {
            return null;
        }

        var cuts = texts.Select(parse).OfType<T>().ToList();
        if (cuts.Count == 4 && texts.Count == 4 && cuts.Zip(cuts.Skip(1)).All(pair => pair.First.CompareTo(pair.Second) < 0))
        {
            return cuts;
        }

        keys.Wrong(key, $"is '{string.Join(", ", texts)}'; set four {what}, each larger than the one before, such as 30, 90, 180, 365");
        return null;
    }
}
