using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using UserOps.Domain.Journeys;

namespace UserOps.Tests.Journeys;

public sealed class JourneyRoundTripProperties
{
    [Fact]
    public void What_was_written_reads_back_as_it_was() => Prop.ForAll(SomeJourneys.Some, journey =>
    {
        var text = JourneyWriter.Write(journey, ConditionForm.Full.Write);
        var read = JourneyReader.Read(text, ConditionForm.Full.Read);
        return (read is JourneyReading.Of { Journey: var again } && Spelled.Out(again) == Spelled.Out(journey))
            .Label($"{Encoding.UTF8.GetString(text)}\n{Spelled.Out(read)}");
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Writing_again_changes_no_byte() => Prop.ForAll(SomeJourneys.Some, journey =>
    {
        var text = JourneyWriter.Write(journey, ConditionForm.Full.Write);
        var again = ((JourneyReading.Of)JourneyReader.Read(text, ConditionForm.Full.Read)).Journey;
        return text.AsSpan().SequenceEqual(JourneyWriter.Write(again, ConditionForm.Full.Write));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_journey_that_is_written_fits_the_schema() => Prop.ForAll(SomeJourneys.Some, journey =>
    {
        using var json = JsonDocument.Parse(JourneyWriter.Write(journey, ConditionForm.Full.Write));
        var faults = SchemaCheck.Journeys.Faults(json.RootElement);
        return (faults.Count == 0).Label(string.Join("\n", faults));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_that_is_cut_off_or_garbled_breaks_the_reader() => Prop.ForAll(SomeJourneys.Some, Gen.Choose(0, int.MaxValue).ToArbitrary(), (journey, seed) =>
    {
        var text = JourneyWriter.Write(journey, ConditionForm.Full.Write);
        var garbled = text.ToArray();
        garbled[seed % text.Length] = (byte)(seed >> 8);
        return JourneyReader.Read(text.AsSpan(0, seed % text.Length), ConditionForm.Full.Read) is JourneyReading.Wrong
            && JourneyReader.Read(garbled, ConditionForm.Full.Read) is not null;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_stands_in_place_of_any_value_breaks_nothing() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(10), Prop.ForAll(SomeJourneys.Some, journey =>
    {
        var text = Encoding.UTF8.GetString(JourneyWriter.Write(journey, ConditionForm.Full.Write));
        var spots = Values(JsonNode.Parse(text)!).Count();
        foreach (var spot in Enumerable.Range(0, spots))
        {
            foreach (var other in (string[])["null", "-1", "\"x y\"", "[]", "[null]", "{}", "true"])
            {
                var document = JsonNode.Parse(text)!;
                Values(document).ElementAt(spot).ReplaceWith(JsonNode.Parse(other));
                if (JourneyReader.Read(Encoding.UTF8.GetBytes(document.ToJsonString()), ConditionForm.Full.Read) is JourneyReading.Wrong { Mistakes.Count: 0 })
                {
                    return false;
                }
            }
        }

        return true;
    }));

    private static IEnumerable<JsonNode> Values(JsonNode node) =>
        (node switch
        {
            JsonObject json => json.Select(property => property.Value),
            JsonArray list => list,
            _ => [],
        }).OfType<JsonNode>().SelectMany(inner => Values(inner).Prepend(inner));
}
