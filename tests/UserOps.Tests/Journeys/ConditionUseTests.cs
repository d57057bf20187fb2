using System.Text;
using UserOps.Domain.Journeys;
using UserOps.Domain.Segments;

namespace UserOps.Tests.Journeys;

public sealed class ConditionUseTests
{
    [Theory]
    [InlineData("""{"event":"x","where":{}}""", ConditionUse.Entry)]
    [InlineData("\"manual\"", ConditionUse.Person)]
    [InlineData("""{"enters":"vip"}""", ConditionUse.Person)]
    public void Each_condition_is_read_for_the_place_where_it_stands(string entry, ConditionUse audience)
    {
        var read = new Dictionary<string, ConditionUse>();
        var journey = $$"""
            {"key":"k","name":"n","entry":{{entry}},"audience":{},"goal":{},"exit":{},"steps":[
              {"id":"a","type":"waitForEvent","event":"x","where":{},"timeout":"P1D","onTimeout":"end"},
              {"id":"b","type":"branch","cases":[{"if":{},"then":"end"}]}]}
            """;

        var reading = JourneyReader.Read(Encoding.UTF8.GetBytes(journey), (_, at, use, _, _) =>
        {
            read.Add(at, use);
            return new Condition.All([]);
        });

        Assert.IsType<JourneyReading.Of>(reading);
        Assert.Equal(read.Remove("/entry/where", out var where), entry.StartsWith("{\"event", StringComparison.Ordinal));
        Assert.Equal(ConditionUse.Event, where);
        Assert.Equal(
            new Dictionary<string, ConditionUse>
            {
                ["/audience"] = audience,
                ["/goal"] = ConditionUse.Run,
                ["/exit"] = ConditionUse.Run,
                ["/steps/0/where"] = ConditionUse.Event,
                ["/steps/1/cases/0/if"] = ConditionUse.Run,
            },
            read);
    }
}
