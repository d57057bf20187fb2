using UserOps.Domain.Segments;

namespace UserOps.Tests.Segments;

public class MentionsTests
{
    private static readonly Condition Everything = Asked.Read("""
        {"any": [
          {"event": "Order Completed", "within": "P7D"},
          {"not": {"event": "Order Completed", "within": "P1M", "where": {"field": "event.total", "op": "exists"}}},
          {"all": [{"event": "Signed Up"}, {"event": "Signed Up", "within": "P1D"}, {"event": "Product Viewed", "within": "PT12H"}]},
          {"field": "variable.coupon", "op": "exists"},
          {"field": "event.sku", "op": "exists"},
          {"not": {"segment": "vip"}}, {"segment": "new"},
          {"field": "stage", "op": "is", "value": "new"}]}
        """);

    [Fact]
    public void Names_of_events_are_told_with_the_longest_look_back()
    {
        var mentions = Mentions.Of(Everything);

        Assert.Equal(["Order Completed", "Product Viewed", "Signed Up"], mentions.EventNames);

        // Longer than a month ever is, whatever clocks do; "for ever" is longer than any.
        Assert.Equal(TimeSpan.FromDays(33), mentions.LookBack["Order Completed"]);
        Assert.Equal(TimeSpan.FromDays(2.5), mentions.LookBack["Product Viewed"]);
        Assert.Null(mentions.LookBack["Signed Up"]);
    }

    [Fact]
    public void Segments_are_told_by_key() => Assert.Equal(["new", "vip"], Mentions.Of(Everything).Segments);

    [Fact]
    public void Tags_journeys_and_messages_are_told()
    {
        var mentions = Mentions.Of(Asked.Read("""
            {"any": [
              {"field": "tag", "op": "has", "value": "vip"}, {"not": {"field": "tag", "op": "hasNot", "value": "staff"}},
              {"journey": "welcome", "state": "inside"}, {"journey": "tour", "step": "offer"}, {"message": "sent", "journey": "other"}]}
            """));

        Assert.Equal(["staff", "vip"], mentions.TagNames);
        Assert.Equal(["welcome"], mentions.Journeys);
        Assert.Equal(["tour"], mentions.StepsOf);
        Assert.True(mentions.Messages);
        Assert.False(Mentions.Of(Everything).Messages);
    }

    [Fact]
    public void Of_a_sequence_all_events_are_told_as_far_back_as_the_first_may_be()
    {
        var mentions = Mentions.Of(Asked.Read(
            """{"any": [{"sequence": [{"event": "A"}, {"event": "B"}, {"event": "C", "not": true}], "within": "P3D", "since": "P9D"}, {"sequence": [{"event": "C"}, {"event": "D"}], "within": "P3D"}]}"""));

        Assert.Equal(["A", "B", "C", "D"], mentions.EventNames);
        Assert.Equal([TimeSpan.FromDays(11), TimeSpan.FromDays(11), null, null], mentions.LookBack.Values);
    }

    [Theory]
    [InlineData("""{"event": "Signed Up"}""", false)]
    [InlineData("""{"sequence": [{"event": "A"}, {"event": "B"}]}""", false)]
    [InlineData("""{"segment": "vip"}""", true)]
    [InlineData("""{"journey": "welcome", "state": "inside"}""", true)]
    [InlineData("""{"message": "sent"}""", true)]
    [InlineData("""{"field": "stage", "op": "exists"}""", true)]
    public void What_asks_beyond_events_is_told(string json, bool beyond) => Assert.Equal(beyond, Mentions.Of(Asked.Read(json)).AsksBeyondEvents);

    [Fact]
    public void Variables_and_properties_are_told_by_name_but_not_those_of_a_where()
    {
        var mentions = Mentions.Of(Everything);

        Assert.Equal(["coupon"], mentions.Variables);
        Assert.Equal(["sku"], mentions.EventProperties);
    }

    [Theory]
    [InlineData("""{"field": "stage", "op": "exists"}""", true, false, false)]
    [InlineData("""{"field": "score.recency", "op": "exists"}""", true, false, false)]
    [InlineData("""{"field": "score.segment8", "op": "exists"}""", true, false, false)]
    [InlineData("""{"field": "trait.city", "op": "exists"}""", false, true, false)]
    [InlineData("""{"field": "user.language", "op": "exists"}""", false, true, false)]
    [InlineData("""{"field": "orders.count", "op": "is", "value": 1}""", false, true, false)]
    [InlineData("""{"field": "orders.recencyDays", "op": "exists"}""", false, true, false)]
    [InlineData("""{"field": "tag", "op": "has", "value": "vip"}""", false, false, true)]
    [InlineData("""{"field": "churn.risk", "op": "exists"}""", true, false, false)]
    [InlineData("""{"field": "value.tier", "op": "exists"}""", true, false, false)]
    [InlineData("""{"field": "expected.alive", "op": "exists"}""", false, true, false)]
    [InlineData("""{"field": "variable.x", "op": "exists"}""", false, false, false)]
    [InlineData("""{"field": "consent.email.marketing", "op": "is", "value": "denied"}""", false, true, false)]
    [InlineData("""{"segment": "vip"}""", false, false, false)]
    [InlineData("""{"event": "Signed Up"}""", false, false, false)]
    public void What_makes_it_worth_answering_again_is_told(string json, bool scores, bool profile, bool tags)
    {
        var mentions = Mentions.Of(Asked.Read(json));

        Assert.Equal((scores, profile, tags), (mentions.Scores, mentions.Profile, mentions.Tags));
    }

    [Theory]
    [InlineData("expected.alive", true)]
    [InlineData("expected.lifetimeValue", true)]
    [InlineData("rhythm.days", true)]
    [InlineData("orders.count", false)]
    [InlineData("churn.risk", false)]
    public void What_is_computed_by_the_models_is_told(string field, bool predictions) =>
        Assert.Equal(predictions, Mentions.Of(Asked.Read($$"""{"field": "{{field}}", "op": "exists"}""")).Predictions);

    [Fact]
    public void Those_of_several_conditions_are_put_together() =>
        Assert.Equal(
            ["Order Completed", "Product Viewed", "Refund", "Signed Up"],
            Mentions.Of(Everything).With(Asked.Read("""{"event": "Refund"}""")).EventNames);
}
