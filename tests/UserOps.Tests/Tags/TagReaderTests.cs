using System.Text;
using UserOps.Domain;
using UserOps.Domain.Segments;
using UserOps.Domain.Tags;

namespace UserOps.Tests.Tags;

public sealed class TagReaderTests
{
    [Theory]
    [InlineData("""{"key":"vip","names":{"en":"VIP","zh-CN":"重要客户"},"description":"d","owner":"crm@shop.example","kind":"manual","valueType":"text","ttl":"P90D"}""")]
    [InlineData("""{"key":"重要","names":{"zh":"重要"},"kind":"imported","source":"the till","valueType":"none"}""")]
    [InlineData("""{"key":"buyer","names":{"en":"Buyer"},"kind":"rule","valueType":"none","where":{"field":"orders.count","op":"atLeast","value":1}}""")]
    [InlineData("""{"key":"likes","names":{"en":"Likes"},"kind":"computed","valueType":"text","compute":{"of":"mostFrequent","event":"Product Viewed","property":"category","within":"P90D"}}""")]
    [InlineData("""{"key":"views","names":{"en":"Views"},"kind":"computed","valueType":"number","compute":{"of":"count","event":"Product Viewed","within":"PT12H"}}""")]
    public void What_is_written_is_read_back(string json) => Assert.Equal(json, Encoding.UTF8.GetString(TagWriter.Write(Read(json))));

    [Theory]
    [InlineData("""{"key":"VIP ","names":{"en":"V"},"kind":"manual"}""", "/key", "'vip'")]
    [InlineData("""{"key":"a/b","names":{"en":"V"},"kind":"manual"}""", "/key", "'/'")]
    [InlineData("""{"key":"v","kind":"manual"}""", "", "'names' is missing")]
    [InlineData("""{"key":"v","names":{},"kind":"manual"}""", "/names", "1 to 50")]
    [InlineData("""{"key":"v","names":{"e!":"V"},"kind":"manual"}""", "/names/e!", "en or zh-CN")]
    [InlineData("""{"key":"v","names":{"en":"V"},"kind":"manuel"}""", "/kind", "Did you mean 'manual'?")]
    [InlineData("""{"key":"v","names":{"en":"V"},"kind":"imported"}""", "", "'source' is missing")]
    [InlineData("""{"key":"v","names":{"en":"V"},"kind":"manual","source":"x"}""", "/source", "Only an imported")]
    [InlineData("""{"key":"v","names":{"en":"V"},"kind":"manual","ttl":"PT5H"}""", "/ttl", "P90D")]
    [InlineData("""{"key":"v","names":{"en":"V"},"kind":"manual","ttl":90}""", "/ttl", "P90D")]
    [InlineData("""{"key":"v","names":{"en":"V"},"kind":"manual","where":{"segment":"x"}}""", "/where", "Only a rule")]
    [InlineData("""{"key":"v","names":{"en":"V"},"kind":"rule"}""", "", "'where' is missing")]
    [InlineData("""{"key":"v","names":{"en":"V"},"kind":"rule","ttl":"P1D","where":{"segment":"x"}}""", "/ttl", "how long it holds")]
    [InlineData("""{"key":"v","names":{"en":"V"},"kind":"rule","valueType":"text","where":{"segment":"x"}}""", "/valueType", "no value")]
    [InlineData("""{"key":"v","names":{"en":"V"},"kind":"rule","where":{"field":"x","op":"is","value":1}}""", "/where/field", "no field 'x'")]
    [InlineData("""{"key":"v","names":{"en":"V"},"kind":"manual","colour":"red"}""", "/colour", "no 'colour'")]
    [InlineData("""{"key":"v","names":{"en":"V"},"kind":"manual","valueType":"colour"}""", "/valueType", "text, number, date")]
    [InlineData("""{"key":"v","names":{"en":"V"},"kind":"computed","valueType":"number"}""", "", "'compute' is missing")]
    [InlineData("""{"key":"v","names":{"en":"V"},"kind":"computed","valueType":"number","compute":{"of":"mean","event":"A","property":"p","within":"P1D"}}""", "/compute/of", "count, sum, latest, mostFrequent")]
    [InlineData("""{"key":"v","names":{"en":"V"},"kind":"computed","valueType":"number","compute":{"of":"sum","event":"A","within":"P1D"}}""", "/compute", "'property' is missing")]
    [InlineData("""{"key":"v","names":{"en":"V"},"kind":"computed","valueType":"number","compute":{"of":"count","event":"A","property":"p","within":"P1D"}}""", "/compute/property", "leave it out")]
    [InlineData("""{"key":"v","names":{"en":"V"},"kind":"computed","valueType":"number","compute":{"of":"count","event":"A"}}""", "/compute", "'within' is missing")]
    [InlineData("""{"key":"v","names":{"en":"V"},"kind":"computed","valueType":"number","compute":{"of":"count","event":"A","within":"soon"}}""", "/compute/within", "a duration")]
    [InlineData("""{"key":"v","names":{"en":"V"},"kind":"computed","valueType":"text","compute":{"of":"sum","event":"A","property":"p","within":"P1D"}}""", "/valueType", "is a number")]
    [InlineData("""{"key":"v","names":{"en":"V"},"kind":"computed","compute":{"of":"latest","event":"A","property":"p","within":"P1D"}}""", "/valueType", "text, number or date")]
    [InlineData("""{"key":"v","names":{"en":"V"},"kind":"computed","ttl":"P1D","valueType":"number","compute":{"of":"count","event":"A","within":"P1D"}}""", "/ttl", "window")]
    [InlineData("""{"key":"v","names":{"en":"V"},"kind":"manual","compute":{"of":"count","event":"A","within":"P1D"}}""", "/compute", "Only a computed")]
    public void Every_mistake_is_told_at_its_spot(string json, string at, string what)
    {
        var mistake = Assert.Single(Mistakes(json));
        Assert.Equal(at, mistake.At);
        Assert.Contains(what, mistake.What, StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_told_at_once() =>
        Assert.Equal(["/key", "/names/x", "/kind", "/ttl"], Mistakes("""{"key":"A","names":{"x":"y"},"kind":"?","ttl":"?"}""").Select(mistake => mistake.At));

    [Fact]
    public void A_circle_through_segments_and_tags_is_named()
    {
        var audiences = new Dictionary<string, Condition?> { ["good"] = Asked("""{"field":"tag","op":"has","value":"vip"}"""), ["tag:vip"] = Asked("""{"segment":"best"}"""), ["best"] = null };
        var wrong = Assert.IsType<TagReading.Wrong>(TagReader.Read("""{"key":"vip","names":{"en":"V"},"kind":"rule","where":{"not":{"segment":"good"}}}"""u8, null, audiences));
        Assert.Equal("A tag can't be built from itself: tag:vip → good → tag:vip.", Assert.Single(wrong.Mistakes).What);
    }

    [Theory]
    [InlineData(TagValueType.None, "1", "no value")]
    [InlineData(TagValueType.Text, null, "text")]
    [InlineData(TagValueType.Text, "\"XL\"", null)]
    [InlineData(TagValueType.Text, "3", "text")]
    [InlineData(TagValueType.Number, "3.5", null)]
    [InlineData(TagValueType.Number, "\"3\"", "number")]
    [InlineData(TagValueType.Number, "1e999", "number")]
    [InlineData(TagValueType.Date, "\"2026-02-28\"", null)]
    [InlineData(TagValueType.Date, "\"2026-02-30\"", "day")]
    public void A_value_is_of_the_type_that_was_agreed(TagValueType type, string? json, string? fault)
    {
        var found = TagValue.Fault(type, json is null ? null : System.Text.Json.JsonElement.Parse(json));
        Assert.Equal(fault is null, found is null);
        Assert.Contains(fault ?? "", found ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_has_at_most_200_bytes() => Assert.NotNull(TagValue.Fault(TagValueType.Text, System.Text.Json.JsonElement.Parse($"\"{new string('字', 70)}\"")));

    private static TagDefinition Read(string json) => Assert.IsType<TagReading.Of>(TagReader.Read(Encoding.UTF8.GetBytes(json))).Tag;

    private static IReadOnlyList<Mistake> Mistakes(string json) => Assert.IsType<TagReading.Wrong>(TagReader.Read(Encoding.UTF8.GetBytes(json))).Mistakes;

    private static Condition Asked(string json) => ConditionReader.Read(System.Text.Json.JsonElement.Parse(json), "", ConditionScope.Segment, [])!;
}
