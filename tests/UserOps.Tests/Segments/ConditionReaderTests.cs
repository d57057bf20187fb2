using UserOps.Domain.Segments;

namespace UserOps.Tests.Segments;

public class ConditionReaderTests
{
    [Theory]
    [InlineData("""{"all": []}""", "/all", "at least one")]
    [InlineData("""{"any": [{"field": "trait.city", "op": "is"}]}""", "/any/0", "needs a 'value'")]
    [InlineData("""{"not": {"field": "order.count", "op": "is", "value": 1}}""", "/not/field", "Did you mean 'orders.count'?")]
    [InlineData("""{"field": "orders.count", "op": "atleast", "value": 1}""", "/op", "Did you mean 'atLeast'?")]
    [InlineData("""{"field": "orders.count", "op": "contains", "value": "1"}""", "/op", "does not go with 'orders.count'")]
    [InlineData("""{"all": [{"field": "orders.count", "op": "is", "value": 1}, {"field": "orders.count", "op": "atLeast", "value": "3"}]}""", "/all/1/value", "a number")]
    [InlineData("""{"field": "orders.last", "op": "withinLast", "value": "30 days"}""", "/value", "P30D")]
    [InlineData("""{"event": "Order Completed", "where": {"field": "trait.city", "op": "is", "value": "Ulm"}}""", "/where/field", "'event.NAME'")]
    [InlineData("""{"event": "Order Completed", "times": {"atLeast": 3, "atMost": 2}}""", "/times", "more than 'atMost'")]
    [InlineData("""{"field": "score.segment", "op": "in", "value": ["champions", "champs"]}""", "/value/1", "Did you mean 'champions'?")]
    [InlineData("""{"and": [{"field": "tag", "op": "has", "value": "vip"}]}""", "/and", "Did you mean 'any'?")]
    [InlineData("""{"field": "tag", "op": "has", "value": "vip", "a/b~c": 1}""", "/a~1b~0c", "Unknown property")]
    [InlineData("""{"field": "tag", "op": "has", "value": "vip", "value": "new"}""", "/value", "twice")]
    [InlineData("""{"field": "tag", "op": "has", "value": "vip", "not": {"field": "tag", "op": "has", "value": "vip"}}""", "", "both 'not' and 'field'")]
    [InlineData("""{"op": "is", "value": 1}""", "", "one of 'all'")]
    [InlineData("""{}""", "", "one of 'all'")]
    [InlineData("""[]""", "", "an object")]
    [InlineData("""{"all": {"field": "tag", "op": "has", "value": "vip"}}""", "/all", "a list")]
    [InlineData("""{"field": "trait", "op": "exists"}""", "/field", "'trait.name'")]
    [InlineData("""{"field": "trait.", "op": "exists"}""", "/field", "'trait.name'")]
    [InlineData("""{"field": 3, "op": "exists"}""", "/field", "name of a field")]
    [InlineData("""{"field": "trait.\u0007", "op": "exists"}""", "/field", "control characters")]
    [InlineData("""{"field": "trait.\ud800", "op": "exists"}""", "/field", "name of a field")]
    [InlineData("""{"field": "trait.city", "op": "is", "value": "\ud800"}""", "/value", "a text")]
    [InlineData("""{"\ud800": 1}""", "/\ufffd", "Unknown property")]
    [InlineData("""{"field": "tag", "op": "has", "value": "vip", "\ud800": 1}""", "/\ufffd", "Unknown property")]
    [InlineData("""{"field": "trait.city"}""", "", "no 'op'")]
    [InlineData("""{"field": "trait.city", "op": null}""", "/op", "name of an operator")]
    [InlineData("""{"field": "trait.city", "op": "exists", "value": true}""", "/value", "takes no value")]
    [InlineData("""{"field": "trait.city", "op": "is", "value": null}""", "/value", "true or false")]
    [InlineData("""{"field": "trait.city", "op": "is", "value": 1e999}""", "/value", "a number")]
    [InlineData("""{"field": "trait.city", "op": "in", "value": "Ulm"}""", "/value", "a list of 1 to 100")]
    [InlineData("""{"field": "trait.city", "op": "in", "value": []}""", "/value", "a list of 1 to 100")]
    [InlineData("""{"field": "user.hasEmail", "op": "is", "value": "yes"}""", "/value", "true or false")]
    [InlineData("""{"field": "score.recency", "op": "atLeast", "value": 6}""", "/value", "1 to 5")]
    [InlineData("""{"field": "expected.alive", "op": "lessThan", "value": 30}""", "/value", "0 to 1")]
    [InlineData("""{"field": "expected.alive", "op": "withinLast", "value": "P30D"}""", "/op", "expected.alive")]
    [InlineData("""{"field": "churn.risk", "op": "is", "value": "atRisk"}""", "/value", "at-risk")]
    [InlineData("""{"field": "value.tier", "op": "is", "value": "top"}""", "/value", "high")]
    [InlineData("""{"field": "expected.orders60", "op": "exists"}""", "/field", "expected.orders")]
    [InlineData("""{"field": "orders.amount", "op": "between", "value": [10, 5]}""", "/value", "lower number comes first")]
    [InlineData("""{"field": "orders.amount", "op": "between", "value": [10, "x"]}""", "/value/1", "a number")]
    [InlineData("""{"field": "orders.amount", "op": "between", "value": 10}""", "/value", "two numbers")]
    [InlineData("""{"field": "orders.last", "op": "before", "value": "2026-02-30"}""", "/value", "a day")]
    [InlineData("""{"field": "user.firstSeen", "op": "after", "value": "2026-02-03T10:00:00"}""", "/value", "with its offset")]
    [InlineData("""{"field": "user.firstSeen", "op": "onDay", "value": "2026-02-03T10:00:00Z"}""", "/value", "a day")]
    [InlineData("""{"field": "orders.last", "op": "withinLast", "value": "PT12H"}""", "/value", "no hours")]
    [InlineData("""{"field": "user.lastSeen", "op": "withinLast", "value": "P-1D"}""", "/value", "a duration")]
    [InlineData("""{"field": "user.lastSeen", "op": "withinLast", "value": "P0D"}""", "/value", "a duration")]
    [InlineData("""{"field": "user.lastSeen", "op": "withinLast", "value": "PT0.5S"}""", "/value", "a duration")]
    [InlineData("""{"field": "user.lastSeen", "op": "withinLast", "value": "P11Y"}""", "/value", "10 years")]
    [InlineData("""{"field": "user.lastSeen", "op": "withinLast", "value": "PT9223372036854775807H"}""", "/value", "10 years")]
    [InlineData("""{"field": "trait.birthday", "op": "anniversaryWithinNext", "value": "P2Y"}""", "/value", "366 days")]
    [InlineData("""{"field": "trait.birthday", "op": "anniversaryWithinNext", "value": "PT6H"}""", "/value", "no hours")]
    [InlineData("""{"segment": "Good Customers"}""", "/segment", "lower-case")]
    [InlineData("""{"sequence": [{"event": "A"}]}""", "/sequence", "2 to 5")]
    [InlineData("""{"sequence": {"event": "A"}}""", "/sequence", "2 to 5")]
    [InlineData("""{"sequence": [{"event": "A"}, "B"]}""", "/sequence/1", "an object")]
    [InlineData("""{"sequence": [{"event": "A"}, {"event": "B", "times": 2}]}""", "/sequence/1/times", "Unknown property")]
    [InlineData("""{"sequence": [{"event": "A"}, {"event": ""}]}""", "/sequence/1/event", "name of an event")]
    [InlineData("""{"sequence": [{"event": "A", "not": true}, {"event": "B"}]}""", "/sequence/0/not", "Only the last")]
    [InlineData("""{"sequence": [{"event": "A"}, {"event": "B", "not": false}], "within": "P1D"}""", "/sequence/1/not", "Must be true")]
    [InlineData("""{"sequence": [{"event": "A"}, {"event": "B", "not": true}]}""", "", "'within'")]
    [InlineData("""{"sequence": [{"event": "A"}, {"event": "B", "not": true}], "within": "P7D", "since": "P7D"}""", "/since", "longer than 'within'")]
    [InlineData("""{"sequence": [{"event": "A"}, {"event": "B"}], "since": "soon"}""", "/since", "a duration")]
    [InlineData("""{"sequence": [{"event": "A"}, {"event": "B", "where": {"sequence": []}}]}""", "/sequence/1/where/sequence", "'event.NAME'")]
    [InlineData("""{"journey": "welcome"}""", "", "no 'state'")]
    [InlineData("""{"journey": "welcome", "state": "enterd"}""", "/state", "Did you mean 'entered'?")]
    [InlineData("""{"journey": "welcome", "state": "inside", "within": "P1D"}""", "/within", "'entered'")]
    [InlineData("""{"journey": "welcome", "step": "offer", "state": "ended"}""", "/state", "Unknown property 'state'")]
    [InlineData("""{"journey": "welcome", "step": "The offer"}""", "/step", "the key of a step")]
    [InlineData("""{"journey": "welcome", "step": "offer", "outcome": 1}""", "/outcome", "an arm")]
    [InlineData("""{"journey": "Welcome", "state": "inside"}""", "/journey", "lower-case")]
    [InlineData("""{"message": "read"}""", "/message", "sent, delivered, opened, clicked, refused")]
    [InlineData("""{"message": "open"}""", "/message", "Did you mean 'opened'?")]
    [InlineData("""{"message": "sent", "channel": "E-Mail"}""", "/channel", "name of a channel")]
    [InlineData("""{"message": "sent", "template": ""}""", "/template", "the key of a template")]
    [InlineData("""{"message": "sent", "journey": "a b"}""", "/journey", "the key of a journey")]
    [InlineData("""{"message": "sent", "state": "inside"}""", "/state", "Unknown property")]
    [InlineData("""{"message": "sent", "times": {"atLeast": 0}}""", "/times", "Holds of everybody")]
    [InlineData("""{"field": "consent.email", "op": "is", "value": "granted"}""", "/field", "'consent.email.marketing'")]
    [InlineData("""{"field": "consent.E.x", "op": "is", "value": "granted"}""", "/field", "lower-case")]
    [InlineData("""{"field": "consent.", "op": "is", "value": "granted"}""", "/field", "'consent.email.marketing'")]
    [InlineData("""{"field": "consent.email.marketing", "op": "is", "value": "yes"}""", "/value", "one of unsaid, granted, denied")]
    [InlineData("""{"field": "consent.email.marketing", "op": "exists"}""", "/op", "does not go with")]
    [InlineData("""{"segment": 3}""", "/segment", "the key of a segment")]
    [InlineData("""{"segment": "vip", "within": "P1D"}""", "/within", "Unknown property")]
    [InlineData("""{"event": "Signed Up", "where": {"segment": "vip"}}""", "/where/segment", "'event.NAME'")]
    [InlineData("""{"event": ""}""", "/event", "name of an event")]
    [InlineData("""{"event": "Signed Up", "within": "tomorrow"}""", "/within", "a duration")]
    [InlineData("""{"event": "Signed Up", "times": 2}""", "/times", "an object")]
    [InlineData("""{"event": "Signed Up", "times": {}}""", "/times", "an object")]
    [InlineData("""{"event": "Signed Up", "times": {"atLeast": -1}}""", "/times/atLeast", "whole number")]
    [InlineData("""{"event": "Signed Up", "times": {"atLeast": 1.5}}""", "/times/atLeast", "whole number")]
    [InlineData("""{"event": "Signed Up", "times": {"atLeast": 0}}""", "/times", "Holds of everybody")]
    [InlineData("""{"event": "Signed Up", "times": {"least": 1}}""", "/times/least", "Did you mean 'atLeast'?")]
    [InlineData("""{"event": "Signed Up", "where": {"event": "Signed Up"}}""", "/where/event", "Only properties of the event")]
    public void What_is_wrong_is_told_at_its_spot(string json, string at, string what)
    {
        var mistake = Assert.Single(Asked.Mistakes(json));

        Assert.Equal(at, mistake.At);
        Assert.Contains(what, mistake.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"field": "variable.x", "op": "exists"}""", ConditionScope.Segment, "only inside a journey")]
    [InlineData("""{"field": "variable.x", "op": "exists"}""", ConditionScope.Entry, "only inside a journey")]
    [InlineData("""{"field": "event.x", "op": "exists"}""", ConditionScope.Segment, "in a journey")]
    public void What_is_not_known_there_is_refused(string json, ConditionScope scope, string what)
    {
        var mistake = Assert.Single(Asked.Mistakes(json, scope));

        Assert.Equal("/field", mistake.At);
        Assert.Contains(what, mistake.What, StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once_and_where_the_document_has_it()
    {
        var mistakes = Asked.Mistakes(
            """{"all": [{"field": "trait.a", "op": "iz", "value": 1}, {"any": []}, {"field": "tag", "op": "has", "value": "ok"}, {"field": "x", "op": "y", "z": 1}]}""",
            at: "/steps/3/cases/0/if");

        Assert.Equal(
            ["/steps/3/cases/0/if/all/0/op", "/steps/3/cases/0/if/all/1/any", "/steps/3/cases/0/if/all/3/z", "/steps/3/cases/0/if/all/3/field", "/steps/3/cases/0/if/all/3/op"],
            mistakes.Select(mistake => mistake.At));
    }

    [Fact]
    public void Ten_within_each_other_are_read_and_eleven_are_not()
    {
        Assert.NotNull(Asked.Read(Nested(9)));
        Assert.Equal(string.Concat(Enumerable.Repeat("/not", 10)), Assert.Single(Asked.Mistakes(Nested(10))).At);

        static string Nested(int depth) =>
            string.Concat(Enumerable.Repeat("""{"not": """, depth)) + """{"field": "tag", "op": "has", "value": "vip"}""" + new string('}', depth);
    }

    [Fact]
    public void A_where_counts_as_within_its_event()
    {
        var json = """{"event": "A", "where": {"field": "event.x", "op": "exists"}}""";
        var mistake = Assert.Single(Asked.Mistakes(string.Concat(Enumerable.Repeat("""{"not": """, 9)) + json + new string('}', 9)));

        Assert.Equal(string.Concat(Enumerable.Repeat("/not", 9)) + "/where", mistake.At);
    }

    [Fact]
    public void Two_hundred_are_read_and_the_next_is_told_once()
    {
        Assert.NotNull(Asked.Read(Listed(199)));
        Assert.Equal("/all/199", Assert.Single(Asked.Mistakes(Listed(300))).At);

        static string Listed(int count) => $$"""{"all": [{{string.Join(", ", Enumerable.Repeat("""{"field": "tag", "op": "has", "value": "vip"}""", count))}}]}""";
    }

    [Fact]
    public void Texts_and_names_have_a_longest_length()
    {
        Assert.Equal("/value", Assert.Single(Asked.Mistakes($$"""{"field": "trait.x", "op": "is", "value": "{{new string('a', 501)}}"}""")).At);
        Assert.Equal("/field", Assert.Single(Asked.Mistakes($$"""{"field": "trait.{{new string('a', 201)}}", "op": "exists"}""")).At);
        Assert.Equal("/event", Assert.Single(Asked.Mistakes($$"""{"event": "{{new string('a', 201)}}"}""")).At);
    }

    [Fact]
    public void Hours_stay_hours_and_weeks_weeks()
    {
        var condition = (Condition.Compare)Asked.Read("""{"field": "user.lastSeen", "op": "withinLast", "value": "P2WT36H"}""");

        Assert.Equal("P2WT36H", ConditionWriter.ToJson(condition).GetProperty("value").GetString());
    }

    [Fact]
    public void Catalogues_stand_in_the_order_of_their_kinds()
    {
        Assert.Equal(Enum.GetValues<FieldKind>(), FieldCatalog.All.Select(info => info.Kind));
        Assert.Equal(Enum.GetValues<Operator>(), OperatorCatalog.All.Select(info => info.Operator));
        Assert.All(FieldCatalog.All, info => Assert.NotEmpty(info.Operators));
    }
}
