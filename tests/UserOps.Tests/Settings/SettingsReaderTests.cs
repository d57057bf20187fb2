using Microsoft.Extensions.Configuration;
using UserOps.Application.Settings;
using UserOps.Domain.Messages;
using UserOps.Domain.Scoring;
using UserOps.Domain.Scoring.Value;

namespace UserOps.Tests.Settings;

public sealed class SettingsReaderTests
{
    [Fact]
    public void Nothing_set_is_usable()
    {
        var settings = Usable();

        Assert.Equal(("UTC", "USD"), (settings.Workspace.Zone.Id, settings.Workspace.Currency));
        Assert.Equal((2, 8), (settings.Scoring.NightlyHour, settings.Scoring.ActivitiesAtOnce));
        Assert.Equal(new ScoringRules(), settings.Scoring.Rules);
        Assert.Equal(new LimitSettings(), settings.Limits);
        Assert.Equal(["email", "inbox"], settings.Messaging.Channels.Keys);
        Assert.Equal(new ChannelRules { Pace = new(30, 100) }, settings.Messaging.Channels["email"]);
        Assert.Equal((ConsentDefault.OptIn, ConsentDefault.OptOut), (settings.Messaging.DefaultFor("marketing"), settings.Messaging.DefaultFor("transactional")));
        Assert.Empty(settings.Sources);
        Assert.Empty(settings.WriteKeys);
    }

    [Fact]
    public void Everything_can_be_set()
    {
        var settings = Usable(
            ("Workspace:TimeZone", "Asia/Shanghai"), ("Workspace:Currency", "cny"), ("Scoring:NightlyHour", "23"), ("Scoring:WindowDays", "365"),
            ("Scoring:RecencyCuts", "30, 90,180,365"), ("Scoring:FrequencyCuts:0", "1"), ("Scoring:FrequencyCuts:1", "2"), ("Scoring:FrequencyCuts:2", "4"),
            ("Scoring:FrequencyCuts:3", "8"), ("Scoring:MonetaryCuts", "10.5,20,30,40"), ("Scoring:Map", "Eight"), ("Scoring:EightSplit:By", "fixed"),
            ("Scoring:EightSplit:RecencyDays", "60"), ("Scoring:EightSplit:Orders", "3"), ("Scoring:EightSplit:Amount", "99.9"),
            ("Scoring:LifeCycle:GrowingOrders", "3"), ("Scoring:LifeCycle:MatureOrders", "6"), ("Scoring:LifeCycle:DormantAfterDays", "30"),
            ("Scoring:LifeCycle:ChurnedAfterDays", "60"), ("Sources:SHOP:Kind", "Shopify"), ("Sources:SHOP:Secret", "hush"), ("Sources:SHOP:PreviousSecret", "old"),
            ("Sources:my-app:Kind", "standard"), ("Sources:my-app:Secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), ("WriteKeys:web:Key", "abcdefgh"),
            ("WriteKeys:web:Kind", "browser"), ("Limits:BatchEvents", "10"), ("Limits:EventBytes", "1000"), ("Limits:RequestBytes", "50000"), ("Limits:MessageTries", "3"),
            ("Scoring:ActivitiesAtOnce", "64"), ("Scoring:LifeCycle:DormantPercent", "150"), ("Scoring:LifeCycle:ChurnedPercent", "300"),
            ("Scoring:LifeCycle:ShortestRhythmDays", "10"), ("Scoring:LifeCycle:LongestRhythmDays", "365"), ("Scoring:Value:DiscountPercent", "0"),
            ("Scoring:Value:HorizonMonths", "24"), ("Scoring:Value:HighPercent", "60"), ("Scoring:Value:MidPercent", "39"), ("Scoring:Risk:LeastGaps", "5"),
            ("Scoring:Risk:WatchPercent", "120"), ("Scoring:Risk:AtRiskPercent", "121"), ("Scoring:Risk:WatchAlivePercent", "70"), ("Scoring:Risk:AtRiskAlivePercent", "70"),
            ("Scoring:Risk:RefundDays", "30"), ("Scoring:Risk:ComplaintEvents", "Ticket Opened, Bad Review"), ("Scoring:Risk:FailedDeliveryEvents:0", "Parcel Lost"),
            ("Scoring:Risk:ComplaintDays", "30"), ("Scoring:Risk:FailedDeliveryDays", "40"), ("Scoring:Risk:VisitsPercent", "60"), ("Scoring:Risk:LeastVisitWeeks", "6"),
            ("Scoring:Index:Activity", "1"), ("Scoring:Index:Spend", "0"), ("Scoring:Index:Spread", "2"));

        Assert.Equal(("Asia/Shanghai", "CNY"), (settings.Workspace.Zone.Id, settings.Workspace.Currency));
        var rules = settings.Scoring.Rules;
        Assert.Equal((23, 64), (settings.Scoring.NightlyHour, settings.Scoring.ActivitiesAtOnce));
        Assert.Equal((365, SegmentMap.Eight), (rules.WindowDays, rules.Map));
        Assert.Equal([30, 90, 180, 365], rules.RecencyCuts!);
        Assert.Equal([1, 2, 4, 8], rules.FrequencyCuts!);
        Assert.Equal([10.5m, 20m, 30m, 40m], rules.MonetaryCuts!);
        Assert.Equal(new EightSplit(SplitBy.Fixed, 60, 3, 99.9m), rules.EightSplit);
        Assert.Equal(new LifeCycleRules(3, 6, 30, 60, 150, 300, 10, 365), rules.LifeCycle);
        Assert.Equal(new ValueRules(0, 24, 60, 39), rules.Value);
        Assert.Equal(new RiskRules(5, 120, 121, 70, 70, 30, ComplaintDays: 30, FailedDeliveryDays: 40, VisitsPercent: 60, LeastVisitWeeks: 6), rules.Risk);
        Assert.Equal(new IndexRules(1, 0, 2), rules.Index);
        Assert.Equal(["Bad Review", "Ticket Opened"], settings.Scoring.Activity.Complaints.Order(StringComparer.Ordinal));
        Assert.Equal(["Parcel Lost"], settings.Scoring.Activity.FailedDeliveries);
        Assert.Equal(new SourceSettings(SourceKind.Shopify, "hush", "old"), settings.Sources["shop"]);
        Assert.Equal(SourceKind.Standard, settings.Sources["my-app"].Kind);
        Assert.Equal(new WriteKeySettings("abcdefgh", Trusted: false), settings.WriteKeys["web"]);
        Assert.Equal(new LimitSettings { BatchEvents = 10, EventBytes = 1_000, RequestBytes = 50_000, MessageTries = 3 }, settings.Limits);
    }

    [Theory]
    [InlineData("Workspace:TimeZone", "Mars/Olympus", "Europe/Berlin")]
    [InlineData("Workspace:Currency", "dollars", "ISO 4217")]
    [InlineData("Workspace:Curency", "EUR", "is no setting")]
    [InlineData("Sources:shop:Secrets", "hush", "is no setting")]
    [InlineData("Limits:MessageTries:0", "3", "is no setting")]
    [InlineData("Webhooks:crm:Url", "http://crm.example/hook", "is no https address")]
    [InlineData("Webhooks:crm:Url", "https://user:password@crm.example/hook", "is no https address")]
    [InlineData("Webhooks:crm:Secret", "hush", "is no Standard Webhooks secret")]
    [InlineData("Webhooks:crm:AllowPrivate", "perhaps", "set one of true, false")]
    [InlineData("ApiKeys:reports:Role", "Owner", "set one of Viewer, Marketer, Admin")]
    [InlineData("ApiKeys:reports:Sha256", "a-key-in-plain-text", "is no SHA-256 hash")]
    [InlineData("Scoring:NightlyHour", "24", "0 to 23")]
    [InlineData("Scoring:NightlyHour", "two", "0 to 23")]
    [InlineData("Scoring:ActivitiesAtOnce", "0", "1 to 64")]
    [InlineData("Scoring:ActivitiesAtOnce", "65", "1 to 64")]
    [InlineData("Scoring:WindowDays", "0", "1 to")]
    [InlineData("Scoring:RecencyCuts", "1,2,3", "four whole numbers")]
    [InlineData("Scoring:RecencyCuts", "1,2,2,3", "larger than the one before")]
    [InlineData("Scoring:FrequencyCuts", "1,2,x,4", "four whole numbers")]
    [InlineData("Scoring:MonetaryCuts", "4,3,2,1", "four amounts")]
    [InlineData("Scoring:Map", "twelve", "ten-rules, eleven, eight")]
    [InlineData("Scoring:EightSplit:By", "mode", "mean, median, fixed")]
    [InlineData("Scoring:EightSplit:Amount", "-1", "at least 0")]
    [InlineData("Scoring:LifeCycle:MatureOrders", "2", "GrowingOrders")]
    [InlineData("Scoring:LifeCycle:ChurnedAfterDays", "90", "DormantAfterDays")]
    [InlineData("Scoring:LifeCycle:DormantPercent", "99", "100 to 10000")]
    [InlineData("Scoring:LifeCycle:ChurnedPercent", "200", "DormantPercent (200)")]
    [InlineData("Scoring:LifeCycle:ShortestRhythmDays", "0", "1 to 3660")]
    [InlineData("Scoring:LifeCycle:LongestRhythmDays", "6", "ShortestRhythmDays (7)")]
    [InlineData("Scoring:Value:DiscountPercent", "-1", "0 to 1000")]
    [InlineData("Scoring:Value:HorizonMonths", "121", "1 to 120")]
    [InlineData("Scoring:Value:HighPercent", "99", "1 to 98")]
    [InlineData("Scoring:Value:MidPercent", "50", "less than 50")]
    [InlineData("Scoring:Value:MidPercent", "half", "1 to 98")]
    [InlineData("Scoring:Risk:LeastGaps", "0", "1 to 1000")]
    [InlineData("Scoring:Risk:WatchPercent", "99", "100 to 10000")]
    [InlineData("Scoring:Risk:AtRiskPercent", "200", "WatchPercent (200)")]
    [InlineData("Scoring:Risk:WatchAlivePercent", "101", "0 to 100")]
    [InlineData("Scoring:Risk:AtRiskAlivePercent", "61", "WatchAlivePercent (60)")]
    [InlineData("Scoring:Risk:RefundDays", "0", "1 to 3660")]
    [InlineData("Scoring:Risk:RefundDay", "30", "is no setting")]
    [InlineData("Scoring:Risk:ComplaintEvents", "a,,b", "empty")]
    [InlineData("Scoring:Risk:ComplaintDays", "0", "1 to 3660")]
    [InlineData("Scoring:Risk:VisitsPercent", "101", "1 to 100")]
    [InlineData("Scoring:Risk:LeastVisitWeeks", "13", "1 to 12")]
    [InlineData("Scoring:Index:Spend", "-1", "0 to 1000")]
    [InlineData("Sources:shop:Kind", "magento", "shopify, woocommerce, stripe, standard")]
    [InlineData("Sources:shop:Secret", " ", "signs its webhooks")]
    [InlineData("Sources:shop_1:Secret", "x", "letters, digits and hyphens")]
    [InlineData("WriteKeys:web:Kind", "mobile", "server, browser")]
    [InlineData("WriteKeys:web:Key", "short", "8 ASCII characters")]
    [InlineData("WriteKeys:web:Key", "with:colon", "colon")]
    [InlineData("Limits:RequestBytes", "2000000", "1024 to 1048576")]
    [InlineData("Limits:BatchEvents", "0", "1 to 10000")]
    public void A_wrong_value_is_told_by_key_with_what_to_set(string key, string value, string advice)
    {
        var messages = Faulty((key, value));

        Assert.Contains(messages, message =>
            message.StartsWith(key.Split(":Secret")[0], StringComparison.Ordinal)
            && message.Contains(advice, StringComparison.Ordinal)
            && message.Contains("__", StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_wrong_is_told_at_once_and_no_secret_is_shown()
    {
        var messages = Faulty(
            ("Workspace:Currency", "x"), ("Scoring:Map", "x"), ("Sources:a:Kind", "standard"), ("Sources:a:Secret", "my-very-secret"), ("Sources:b:Secret", "b"),
            ("WriteKeys:one:Key", "same-key-123"), ("WriteKeys:one:Kind", "server"), ("WriteKeys:two:Key", "same-key-123"), ("WriteKeys:two:Kind", "browser"));

        Assert.Equal(
            ["Workspace:Currency", "Scoring:Map", "Sources:a:Secret", "Sources:b:Kind", "WriteKeys:two:Key"],
            messages.Select(message => message.Split(' ')[0]));
        Assert.DoesNotContain(messages, message => message.Contains("my-very-secret", StringComparison.Ordinal) || message.Contains("same-key", StringComparison.Ordinal));
    }

    [Fact]
    public void A_value_index_needs_a_weight()
    {
        var messages = Faulty(("Scoring:Index:Activity", "0"), ("Scoring:Index:Spend", "0"), ("Scoring:Index:Spread", "0"));

        Assert.Equal(["Scoring:Index:Activity"], messages.Select(message => message.Split(' ')[0]));
    }

    [Fact]
    public void A_fixed_split_needs_its_three_thresholds()
    {
        var messages = Faulty(("Scoring:EightSplit:By", "fixed"), ("Scoring:EightSplit:Orders", "2"));

        Assert.Equal(["Scoring:EightSplit:RecencyDays", "Scoring:EightSplit:Amount"], messages.Select(message => message.Split(' ')[0]));
    }

    [Fact]
    public void Environment_variables_with_two_underscores_are_the_same_keys()
    {
        const string Name = "USEROPSTEST_Sources__env-shop__Secret";
        Environment.SetEnvironmentVariable(Name, "s");
        Environment.SetEnvironmentVariable("USEROPSTEST_Sources__env-shop__Kind", "woocommerce");
        try
        {
            var reading = SettingsReader.Read(new ConfigurationBuilder().AddEnvironmentVariables("USEROPSTEST_").Build());

            Assert.Equal(new(SourceKind.WooCommerce, "s"), Assert.IsType<SettingsReading.Usable>(reading).Settings.Sources["env-shop"]);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Name, null);
            Environment.SetEnvironmentVariable("USEROPSTEST_Sources__env-shop__Kind", null);
        }
    }

    private static UserOpsSettings Usable(params (string Key, string Value)[] values) =>
        Assert.IsType<SettingsReading.Usable>(Read(values)).Settings;

    private static IReadOnlyList<string> Faulty(params (string Key, string Value)[] values) =>
        Assert.IsType<SettingsReading.Faulty>(Read(values)).Messages;

    private static SettingsReading Read((string Key, string Value)[] values) =>
        SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build());
}
