using NodaTime;
using UserOps.Domain.Journeys;

namespace UserOps.Tests.Journeys;

public sealed class FirstSendsTests
{
    [Fact]
    public void What_comes_after_a_message_is_none_of_the_first()
    {
        var journey = new JourneyDefinition
        {
            Key = "j",
            Name = "J",
            Entry = new Entry.ByHand(),
            Steps =
            [
                Steps.Branch("b", "w", (Steps.Question("q"), "one")),
                Steps.Send("one", "late"),
                Steps.WaitFor("w", "Bought", Period.FromDays(1), "two", "s"),
                Steps.Send("two", null),
                Steps.Split("s", ("a", 1, "w2"), ("b", 1, null)),
                Steps.Wait("w2", Period.FromDays(1), "three"),
                Steps.Send("three", "late"),
                Steps.Send("late", null),
            ],
        };

        Assert.Equal(["one", "two", "three"], FirstSends.Of(journey).Select(step => step.Id));
        Assert.Empty(FirstSends.Of(journey with { Steps = [Steps.Wait("w", Period.FromDays(1), null)] }));
    }
}
