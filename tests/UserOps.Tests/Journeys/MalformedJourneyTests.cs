using System.Text;
using UserOps.Application.Journeys;
using UserOps.Domain.Journeys;

namespace UserOps.Tests.Journeys;

/// <summary>One fault each, and exactly one mistake at exactly its spot.</summary>
public sealed class MalformedJourneyTests
{
    private const string Key = "win-back";

    private static readonly KnownNames Known = new()
    {
        Templates = new HashSet<string> { "welcome", "nudge" },
        Channels = new HashSet<string> { "email", "sms" },
        Endpoints = new HashSet<string> { "crm" },
        Journeys = new HashSet<string> { "onboarding" },
        PastJourneys = new HashSet<string> { "onboarding", "last-summer" },
        Coupons = new HashSet<string>(),
        Segments = new HashSet<string> { "big-spenders" },
    };

    private const string Mail = """{"id":"mail","type":"send","channel":"email","template":"welcome"}""";
    private const string Rest = """{"id":"rest","type":"wait","for":"P1D"}""";

    /// <summary>Steps of a journey, the spot, and what the mistake says.</summary>
    public static TheoryData<string, string, string> Steps => new()
    {
        { "", "/steps", "1 to 100" },
        { "7", "/steps/0", "A step is an object, {…}; this is a number." },
        { """{"type":"wait","for":"P1D"}""", "/steps/0", "'id' is missing" },
        { """{"id":"a b","type":"wait","for":"P1D"}""", "/steps/0/id", "other characters" },
        { """{"id":"end","type":"wait","for":"P1D"}""", "/steps/0/id", "the run ends" },
        { $"{Mail},{Mail}", "/steps/1/id", "Another step is called 'mail'" },
        { """{"id":"a"}""", "/steps/0", "'type' is missing" },
        { """{"id":"a","type":"sent"}""", "/steps/0/type", "did you mean 'send'?" },
        { """{"id":"a","type":"fax"}""", "/steps/0/type", "there is send, wait, waitForEvent" },
        { """{"id":"a","type":"wait","for":"P1D","nxt":"end"}""", "/steps/0/nxt", "did you mean 'next'?" },
        { """{"id":"a","type":"exit","for":"P1D"}""", "/steps/0/for", "what may stand here is id, type, reason" },
        { """{"id":"a","type":"exit","reason":"x","reason":"y"}""", "/steps/0/reason", "stands here twice" },
        { $$"""{{Rest}},{"id":"mail","type":"wait","for":"P1D","next":"res"}""", "/steps/1/next", "There is no step 'res'; did you mean 'rest'?" },
        { """{"id":"a","type":"wait","for":"P1D","next":null}""", "/steps/0/next", "this is null" },
        { """{"id":"a","type":"send","channel":"email"}""", "/steps/0", "'template' is missing" },
        { """{"id":"a","type":"send","template":"welcome"}""", "/steps/0", "'channel' is missing" },
        { """{"id":"a","type":"send","channel":"e-mail","template":"welcome"}""", "/steps/0/channel", "There is no channel 'e-mail'; did you mean 'email'?" },
        { """{"id":"a","type":"send","channel":"email","template":"welcom"}""", "/steps/0/template", "There is no template 'welcom'; did you mean 'welcome'?" },
        { """{"id":"a","type":"send","channel":"email","channels":["sms","email"],"template":"nudge"}""", "/steps/0/channels", "goes with" },
        { """{"id":"a","type":"send","channel":"cheapest-that-reaches","template":"nudge"}""", "/steps/0", "'channels' is missing" },
        { """{"id":"a","type":"send","channel":"first-that-reaches","channels":["sms","sms"],"template":"nudge"}""", "/steps/0/channels/1", "twice" },
        { """{"id":"a","type":"send","channel":"first-that-reaches","channels":["sms","fax"],"template":"nudge"}""", "/steps/0/channels/1", "There is no channel 'fax'" },
        { """{"id":"a","type":"wait"}""", "/steps/0", "Either 'for'" },
        { """{"id":"a","type":"wait","for":"P1D","until":{"time":"09:00"}}""", "/steps/0", "Either 'for'" },
        { """{"id":"a","type":"wait","for":"2 days"}""", "/steps/0/for", "'2 days' is no duration" },
        { """{"id":"a","type":"wait","for":"PT0S"}""", "/steps/0/for", "no time at all" },
        { """{"id":"a","type":"wait","for":"-P1D"}""", "/steps/0/for", "no duration" },
        { """{"id":"a","type":"wait","for":"P-1D"}""", "/steps/0/for", "no duration" },
        { """{"id":"a","type":"wait","for":"P731D"}""", "/steps/0/for", "longer than two years" },
        { """{"id":"a","type":"wait","for":"P99999999999999999999D"}""", "/steps/0/for", "no duration" },
        { """{"id":"a","type":"wait","for":"PT1.5S"}""", "/steps/0/for", "no duration" },
        { """{"id":"a","type":"wait","until":{"time":"9:00"}}""", "/steps/0/until/time", "hours and minutes" },
        { """{"id":"a","type":"wait","until":{"time":"24:00"}}""", "/steps/0/until/time", "hours and minutes" },
        { """{"id":"a","type":"wait","until":{"time":"09:00","weekdays":["mon"]}}""", "/steps/0/until/weekdays/0", "'mon' is no weekday" },
        { """{"id":"a","type":"wait","until":{"time":"09:00","weekdays":[]}}""", "/steps/0/until/weekdays", "1 to 7" },
        { """{"id":"a","type":"wait","until":{"date":"birthday","offset":"-PT3H"}}""", "/steps/0/until/offset", "-P3D" },
        { """{"id":"a","type":"wait","until":{"date":"birthday","yearly":"yes"}}""", "/steps/0/until/yearly", "true or false" },
        { """{"id":"a","type":"waitForEvent","event":"x","onTimeout":"end"}""", "/steps/0", "'timeout' is missing" },
        { """{"id":"a","type":"waitForEvent","event":"x","timeout":"P1D"}""", "/steps/0", "'onTimeout' is missing" },
        { """{"id":"a","type":"waitForEvent","event":" ","timeout":"P1D","onTimeout":"end"}""", "/steps/0/event", "empty" },
        { """{"id":"a","type":"waitForEvent","event":"x","where":{"al":[]},"timeout":"P1D","onTimeout":"end"}""", "/steps/0/where/al", "Unknown property" },
        { """{"id":"a","type":"branch","cases":[{"if":{"any":[{"field":"tag","op":"has","value":"vip"},3]},"then":"end"}]}""", "/steps/0/cases/0/if/any/1", "A condition is an object such as" },
        { """{"id":"a","type":"branch","cases":[{"if":{"field":"tag","op":"has","value":"vip"},"then":"b"}]}""", "/steps/0/cases/0/then", "There is no step 'b'" },
        { """{"id":"a","type":"branch","cases":[{"then":"end"}]}""", "/steps/0/cases/0", "'if' is missing" },
        { """{"id":"a","type":"branch","cases":[{"if":{"field":"tag","op":"has","value":"vip"},"then":"end","else":"end"}]}""", "/steps/0/cases/0/else", "what may stand here is if, then" },
        { """{"id":"a","type":"split","arms":[{"name":"a","weight":1,"then":"end"}]}""", "/steps/0/arms", "2 to 20" },
        { """{"id":"a","type":"split","arms":[{"name":"a","weight":0,"then":"end"},{"name":"b","weight":1,"then":"end"}]}""", "/steps/0/arms/0/weight", "from 1 to 1000 stands here; this is 0" },
        { """{"id":"a","type":"split","arms":[{"name":"a","weight":0.5,"then":"end"},{"name":"b","weight":1,"then":"end"}]}""", "/steps/0/arms/0/weight", "this is 0.5" },
        { """{"id":"a","type":"split","arms":[{"name":"a","weight":1,"then":"end"},{"name":"a","weight":1,"then":"end"}]}""", "/steps/0/arms/1/name", "Another arm" },
        { """{"id":"a","type":"tag"}""", "/steps/0", "'add' is missing" },
        { """{"id":"a","type":"tag","add":["vip"],"remove":["vip"]}""", "/steps/0/remove", "same step" },
        { """{"id":"a","type":"setProperty","name":"Email","value":"x"}""", "/steps/0/name", "who somebody is" },
        { """{"id":"a","type":"setProperty","name":"x"}""", "/steps/0", "'value' is missing" },
        { """{"id":"a","type":"setProperty","name":"x","value":{}}""", "/steps/0/value", "stands here" },
        { """{"id":"a","type":"grant"}""", "/steps/0", "Either 'points' or 'coupon'" },
        { """{"id":"a","type":"grant","points":1000001}""", "/steps/0/points", "from 1 to 1000000" },
        { """{"id":"a","type":"grant","coupon":"ten"}""", "/steps/0/coupon", "There is no coupon 'ten'; there is none yet." },
        { """{"id":"a","type":"callWebhook","endpoint":"cmr"}""", "/steps/0/endpoint", "There is no endpoint 'cmr'; there is crm." },
        { """{"id":"a","type":"callWebhook","endpoint":"crm","body":[1]}""", "/steps/0/body", "this is a list" },
        { """{"id":"a","type":"startJourney","journey":"win-back"}""", "/steps/0/journey", "can't start itself" },
        { """{"id":"a","type":"startJourney","journey":"onbording"}""", "/steps/0/journey", "did you mean 'onboarding'?" },
        { $$"""{"id":"a","type":"exit"},{{Mail}}""", "/steps/1", "Nobody gets to 'mail'" },
        { $$"""{"id":"a","type":"tag","add":["x"],"next":"a"}""", "/steps/0", "a → a" },
        { $$"""{{Rest}},{"id":"a","type":"branch","cases":[{"if":{"field":"tag","op":"has","value":"vip"},"then":"mail"}],"next":"end"},{"id":"mail","type":"send","channel":"email","template":"nudge","next":"a"}""", "/steps/1", "a → mail → a" },
        { """{"id":"a","type":"split","arms":[{"name":"x","weight":1,"then":"b"},{"name":"y","weight":1,"then":"end"}]},{"id":"b","type":"wait","until":{"date":"birthday"},"next":"a"}""", "/steps/0", "a → b → a" },
    };

    public static TheoryData<string, string, string> Journeys => new()
    {
        { """[]""", "", "A journey is an object, {…}; this is a list." },
        { """{"key":"x",""", "", "no JSON from line 1" },
        { """{} {}""", "", "no JSON" },
        { Document(more: ""","colour":"red" """), "/colour", "what may stand here is key, name" },
        { Document(more: ""","a/b~":1 """), "/a~1b~0", "There is no 'a/b~'" },
        { Document(key: "\"Win Back\""), "/key", "lower-case" },
        { Document(key: "\"schema\""), "/key", "something else" },
        { Document(key: "\"" + new string('k', 61) + "\""), "/key", "at most 60" },
        { Document(name: "7"), "/name", "this is a number" },
        { Document(name: "\"two\\nlines\""), "/name", "line break" },
        { Document(name: "\"\\ud800\""), "/name", "half a character" },
        { Document(entry: "\"whenever\""), "/entry", "manual" },
        { Document(entry: "{}"), "/entry", "how people come in" },
        { Document(entry: """{"event":"x","enters":"y"}"""), "/entry", "Only one of event, enters" },
        { Document(entry: """{"event":"x","map":"stage"}"""), "/entry/map", "what may stand here is event, where" },
        { Document(entry: """{"enters":"big-spender"}"""), "/entry/enters", "did you mean 'big-spenders'?" },
        { Document(entry: """{"enters":"dorment","map":"stage"}"""), "/entry/enters", "did you mean 'dormant'?" },
        { Document(entry: """{"leaves":"lost","map":"twelve"}"""), "/entry/map", "There is no map 'twelve'" },
        { Document(more: ""","audience":{"not":{"segment":"big-spender"}} """), "/audience/not/segment", "There is no segment 'big-spender'; did you mean 'big-spenders'?" },
        { Document(more: ""","audience":{"journey":"last-sumer","state":"ended"} """), "/audience/journey", "did you mean 'last-summer'?" },
        { Document(more: ""","audience":{"message":"sent","journey":"on-boarding"} """), "/audience/journey", "did you mean 'onboarding'?" },
        { Document(more: ""","goal":{"message":"sent","template":"wellcome"} """), "/goal/template", "did you mean 'welcome'?" },
        { Document(more: ""","goal":{"message":"sent","channel":"emial"} """), "/goal/channel", "There is no channel 'emial'" },
        { Document(more: ""","audience":true"""), "/audience", "A condition is an object such as" },
        { Document(more: ""","reEntry":"always" """), "/reEntry", "afterExit" },
        { Document(more: ""","reEntry":{"after":"P3Y"} """), "/reEntry/after", "longer than two years" },
        { Document(more: ""","holdOut":51"""), "/holdOut", "from 0 to 50" },
        { Document(more: ""","tooLate":"soon" """), "/tooLate", "no duration" },
        { """{"key":"win-back","name":"x","entry":"manual"}""", "", "'steps' is missing" },
        { Document(more: $",\"x\":\"{new string('x', JourneyLimits.DocumentBytes)}\""), "", "at most 65536 bytes" },
        { Document(steps: string.Join(',', Enumerable.Range(0, 101).Select(i => $$"""{"id":"s{{i}}","type":"wait","for":"P1D"}"""))), "/steps", "1 to 100" },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_fault_in_a_step_is_told_where_it_is(string steps, string at, string what) => Told(Document(steps: steps), at, what);

    [Theory]
    [MemberData(nameof(Journeys))]
    public void A_fault_in_a_journey_is_told_where_it_is(string journey, string at, string what) => Told(journey, at, what);

    [Fact]
    public void Everything_is_told_at_once()
    {
        var mistakes = Mistakes(Document(
            name: "1",
            more: ""","holdout":5""",
            steps: """{"id":"a","type":"send","chanel":"email"},{"id":"b","type":"wait","for":"soon","next":"c"},{"id":"b","type":"exit"}"""));

        Assert.Equal(
            ["/holdout", "/name", "/steps/0", "/steps/0", "/steps/0/chanel", "/steps/1/for", "/steps/1/next", "/steps/2/id"],
            mistakes.Select(mistake => mistake.At).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void More_mistakes_than_anybody_reads_are_not_told()
    {
        var many = string.Concat(Enumerable.Range(0, 300).Select(i => $",\"x{i}\":1"));

        Assert.Equal(JourneyLimits.Mistakes, Mistakes(Document(more: many)).Count);
    }

    [Fact]
    public void What_is_not_known_is_not_checked()
    {
        var journey = Document(entry: """{"enters":"vip"}""", steps: """{"id":"a","type":"send","channel":"fax","template":"x"},{"id":"b","type":"startJourney","journey":"y"}""");

        Assert.IsType<JourneyReading.Of>(JourneyReader.Read(Encoding.UTF8.GetBytes(journey), ConditionForm.Full.Read));
    }

    [Fact]
    public void A_journey_may_ask_about_itself_before_it_is_saved_and_about_archived_ones() => Assert.IsType<JourneyReading.Of>(JourneyReader.Read(
        Encoding.UTF8.GetBytes(Document(more: ""","audience":{"any":[{"journey":"win-back","state":"entered"},{"journey":"last-summer","state":"ended"}]} """)),
        ConditionForm.Full.Read,
        Known));

    [Fact]
    public async Task A_stage_without_its_map_is_told_which_map_it_is_of()
    {
        var draft = Encoding.UTF8.GetBytes(Document(entry: """{"enters":"dormant"}""", steps: Rest));

        var reading = await new World().Get<CheckJourney>().RunAsync(draft, Key, default);

        var mistake = Assert.Single(Assert.IsType<JourneyReading.Wrong>(reading).Mistakes);
        Assert.Equal(("/entry/enters", "There is no segment 'dormant'; write \"map\": \"stage\" beside it."), (mistake.At, mistake.What));
    }

    private static void Told(string journey, string at, string what)
    {
        var mistake = Assert.Single(Mistakes(journey));
        Assert.Equal(at, mistake.At);
        Assert.Contains(what, mistake.What, StringComparison.Ordinal);
    }

    private static IReadOnlyList<UserOps.Domain.Mistake> Mistakes(string journey) =>
        Assert.IsType<JourneyReading.Wrong>(JourneyReader.Read(Encoding.UTF8.GetBytes(journey), ConditionForm.Full.Read, Known)).Mistakes;

    private static string Document(string key = $"\"{Key}\"", string name = "\"x\"", string entry = "\"manual\"", string steps = Mail, string more = "") =>
        $$"""{"key":{{key}},"name":{{name}},"entry":{{entry}}{{more}},"steps":[{{steps}}]}""";
}
