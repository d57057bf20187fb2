using NodaTime;
using UserOps.Domain.Journeys;
using UserOps.Domain.Segments;
using static UserOps.Tests.Journeys.Steps;

namespace UserOps.Tests.Journeys;

public sealed class JourneyMachineTests
{
    private static readonly Condition Ordered = Question("ordered");
    private static readonly Condition Moved = Question("moved away");

    [Fact]
    public void Steps_are_taken_in_order_with_waits_between()
    {
        var road = new Road(Send("welcome", "pause"), Wait("pause", Period.FromDays(2), "nudge"), Send("nudge", null)).Begin();
        var begun = road.Now;

        Assert.Equal(begun.AddDays(2), road.Go());
        Assert.Equal(["welcome#1"], road.Log);
        road.Now = begun.AddDays(1);
        Assert.Equal(begun.AddDays(2), road.Go());
        road.Now = begun.AddDays(3);
        Assert.Null(road.Go());

        Assert.Equal(["welcome#1", "nudge#3"], road.Log);
        Assert.Equal(new RunEnding(RunEndingKind.Completed), road.Run.Ending);
        Assert.Equal((RunState.Ended, null, road.Now), (road.Run.State, road.Run.Step, road.Run.EndedAt));
    }

    [Fact]
    public void An_event_that_is_waited_for_leads_the_one_way_and_its_absence_the_other()
    {
        Road Waiting()
        {
            var road = new Road(WaitFor("order", "Order Completed", Period.FromDays(3), "thanks", "nudge"), Send("thanks", null), Send("nudge", null)).Begin();
            Assert.Equal(road.Now.AddDays(3), road.Go());
            return road;
        }

        var came = Waiting();
        came.Now = came.Now.AddHours(5);
        came.EventRow = "e~order";
        came.Go();
        Assert.Equal(["order: event", "thanks#2"], came.Log);

        var late = Waiting();
        late.GoToEnd();
        Assert.Equal(["order: timeout", "nudge#2"], late.Log);
    }

    [Fact]
    public void The_event_that_was_waited_for_is_the_one_that_later_steps_may_ask_about()
    {
        var road = new Road(WaitFor("order", "Order Completed", Period.FromDays(3), "pause", null), Wait("pause", Period.FromHours(1), null)).Begin();
        road.Go();
        Assert.Equal("e~entry", road.Run.EventRow);
        road.EventRow = "e~order";
        road.Go();
        Assert.Equal("e~order", road.Run.EventRow);
    }

    [Fact]
    public void An_event_that_came_before_the_wait_was_opened_counts_too()
    {
        var road = new Road(WaitFor("order", "Order Completed", Period.FromDays(3), "thanks", null), Send("thanks", null)).Begin();
        road.EventRow = "e~order";
        road.Go();
        Assert.Equal(["order: event", "thanks#2"], road.Log);
    }

    [Fact]
    public void The_first_case_that_holds_is_taken_and_otherwise_the_way_on()
    {
        Road At(bool ordered, bool moved)
        {
            var road = new Road(Branch("which", "rest", (Ordered, "buyers"), (Moved, "movers")), Send("buyers", null), Send("movers", null), Send("rest", null));
            road.Answer(Ordered, ordered);
            road.Answer(Moved, moved);
            road.Begin().Go();
            return road;
        }

        Assert.Equal(["which: case 1", "buyers#2"], At(true, true).Log);
        Assert.Equal(["which: case 2", "movers#2"], At(false, true).Log);
        Assert.Equal(["which: otherwise", "rest#2"], At(false, false).Log);
    }

    [Fact]
    public void The_same_person_takes_the_same_arm_and_people_spread_by_the_weights()
    {
        string ArmOf(string user)
        {
            var road = new Road(Split("test", ("a", 1, "first"), ("b", 3, "second")), Send("first", null), Send("second", null)) { UserKey = user };
            road.Begin().Go();
            return road.Log[0];
        }

        var arms = Enumerable.Range(0, 4_000).Select(i => ArmOf($"u~{i}")).ToList();

        Assert.Equal(arms, Enumerable.Range(0, 4_000).Select(i => ArmOf($"u~{i}")));
        Assert.InRange(arms.Count(arm => arm == "test: a"), 900, 1_100);
    }

    [Fact]
    public void Whoever_reaches_the_goal_on_the_way_leaves_as_converted_and_before_the_first_step_as_already_there()
    {
        var road = new Road(Send("welcome", "pause"), Wait("pause", Period.FromDays(2), "nudge"), Send("nudge", null));
        road.Journey = road.Journey with { Goal = Ordered };
        road.Begin().Go();
        road.Answer(Ordered, true);
        Assert.Null(road.Go());
        Assert.Equal((RunEndingKind.Converted, "welcome#1"), (road.Run.Ending!.Kind, Assert.Single(road.Log)));

        road.Begin().Go();
        Assert.Equal(RunEndingKind.AlreadyThere, road.Run.Ending!.Kind);
    }

    [Fact]
    public void The_exit_condition_ends_a_run_and_the_goal_comes_before_it()
    {
        var road = new Road(Wait("pause", Period.FromDays(2), null));
        road.Journey = road.Journey with { Goal = Ordered, Exit = Moved };
        road.Begin().Go();
        road.Answer(Moved, true);
        road.Go();
        Assert.Equal(RunEndingKind.Left, road.Run.Ending!.Kind);

        road.Answer(Moved, false);
        road.Begin().Go();
        road.Answer(Moved, true);
        road.Answer(Ordered, true);
        road.Go();
        Assert.Equal(RunEndingKind.Converted, road.Run.Ending!.Kind);
    }

    [Fact]
    public void A_sleeping_run_is_looked_at_when_its_goal_may_change_by_itself()
    {
        var road = new Road(Wait("pause", Period.FromDays(20), null));
        road.Journey = road.Journey with { Goal = Ordered, Exit = Moved };
        road.Answer(Ordered, false, road.Now.AddDays(9));
        road.Answer(Moved, false, road.Now.AddDays(4));
        Assert.Equal(road.Now.AddDays(4), road.Begin().Go());
    }

    [Fact]
    public void A_step_whose_turn_comes_later_is_tried_then_as_the_same_occurrence()
    {
        var road = new Road(Send("welcome", null)).Begin();
        Assert.IsType<RunDecision.Perform>(road.Decide());
        road.Run = JourneyMachine.Postponed(road.Run, road.Now.AddHours(12));
        Assert.Equal(road.Now.AddHours(12), road.Go());
        road.GoToEnd();
        Assert.Equal(["welcome#1"], road.Log);
    }

    [Fact]
    public void A_message_has_until_its_deadline_counted_from_when_its_step_was_reached()
    {
        var road = new Road(Send("welcome", null));
        road.Journey = road.Journey with { TooLate = Period.FromDays(1) };
        road.Begin();
        var reached = road.Now;
        road.Run = JourneyMachine.Postponed(road.Run, road.Now.AddHours(12));
        road.Now = road.Now.AddHours(13);
        Assert.Equal(reached.AddDays(1), Assert.IsType<RunDecision.Perform>(road.Decide()).Deadline);
    }

    [Fact]
    public void A_paused_run_rests_and_goes_on_when_resumed()
    {
        var road = new Road(Wait("pause", Period.FromDays(1), "nudge"), Send("nudge", null)).Begin();
        road.Go();
        road.Run = JourneyMachine.Pause(road.Run);
        road.Now = road.Now.AddDays(5);
        Assert.IsType<RunDecision.Rest>(road.Decide());
        road.Run = JourneyMachine.Resume(road.Run);
        road.Go();
        Assert.Equal(["nudge#2"], road.Log);
    }

    [Fact]
    public void An_ended_run_stays_ended()
    {
        var road = new Road(Send("welcome", null)).Begin();
        road.Go();
        var ended = road.Run;
        Assert.IsType<RunDecision.Rest>(road.Decide());
        Assert.Equal(ended, JourneyMachine.Cancel(ended, road.Now.AddDays(1)));
        Assert.Equal(ended, JourneyMachine.Resume(JourneyMachine.Pause(ended)));
        Assert.Equal(ended, JourneyMachine.Migrate(ended, 2, "welcome", road.Now, 11));
    }

    [Fact]
    public void A_loop_comes_by_the_same_step_as_another_occurrence()
    {
        var road = new Road(Wait("month", Period.FromMonths(1), "ask"), Send("ask", "month")).Begin();
        for (var i = 0; i < 3; i++)
        {
            road.Now = road.Go()!.Value;
        }

        road.Go();
        Assert.Equal(["ask#2", "ask#4", "ask#6"], road.Log);
    }

    [Fact]
    public void Whoever_stays_at_a_step_in_another_version_keeps_its_wait_and_whoever_is_moved_reaches_the_new_one_once()
    {
        var road = new Road(Send("welcome", "pause"), Wait("pause", Period.FromDays(2), "nudge"), Send("nudge", null)).Begin();
        var due = road.Go();
        var stays = JourneyMachine.Migrate(road.Run, 2, "pause", road.Now, 11);
        Assert.Equal((2, due, road.Run.Occurrence), (stays.Version, stays.Wait!.Until, stays.Occurrence));

        road.Run = JourneyMachine.Migrate(road.Run, 2, "nudge", road.Now, 11);
        road.Go();
        Assert.Equal(["welcome#1", "nudge#3"], road.Log);
        Assert.Equal(RunEndingKind.Completed, JourneyMachine.Migrate(stays, 3, null, road.Now, 12).Ending!.Kind);
    }

    [Fact]
    public void So_many_of_a_hundred_are_held_out_as_the_journey_says_and_always_the_same()
    {
        JourneyRun Of(int i) => JourneyMachine.Begin(new Road(Send("welcome", null)).Journey with { HoldOutPercent = 10 }, 1, "run", $"u~{i}", default, 0);
        var held = Enumerable.Range(0, 10_000).Where(i => Of(i).HoldOut).ToList();
        Assert.InRange(held.Count, 900, 1_100);
        Assert.Equal(held, Enumerable.Range(0, 10_000).Where(i => Of(i).HoldOut));
    }

    [Fact]
    public void A_decision_made_twice_is_the_same_decision()
    {
        var road = new Road(Split("test", ("a", 1, "pause"), ("b", 1, "pause")), Wait("pause", Period.FromDays(2), null)).Begin();
        Assert.Equal(road.Decide(), road.Decide());
        road.Go();
        Assert.Equal(road.Decide(), road.Decide());
    }
}
