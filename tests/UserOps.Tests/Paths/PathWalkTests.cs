using UserOps.Domain.Paths;
using static UserOps.Tests.Paths.Walked;

namespace UserOps.Tests.Paths;

public sealed class PathWalkTests
{
    private static readonly PathQuery Before = Query with { Direction = PathDirection.Before };

    [Fact]
    public void What_came_after_an_event_is_told_up_to_the_last_step_asked_for() =>
        Assert.Equal("1×B-C-D", Told(Query, At("X", 0), At("A", 1), At("B", 2), At("C", 3), At("D", 4), At("E", 5)));

    [Fact]
    public void What_came_before_is_told_the_nearest_first() =>
        Assert.Equal("1×D-C-B", Told(Before, At("X", 0), At("B", 1), At("C", 2), At("D", 3), At("A", 4), At("E", 5)));

    [Fact]
    public void Each_time_it_happened_begins_a_path_of_its_own_also_within_another() =>
        Assert.Equal("1×B-A-C, 1×C Ended", Told(Query, At("A", 1), At("B", 2), At("A", 3), At("C", 4)));

    [Fact]
    public void Seen_backwards_an_earlier_time_is_a_step_like_any_other() =>
        Assert.Equal("1× Ended, 1×B-A Ended", Told(Before, At("A", 1), At("B", 2), At("A", 3), At("C", 4)));

    [Fact]
    public void A_pause_longer_than_the_session_ends_a_path() =>
        Assert.Equal("1×B Ended", Told(Query, At("A", 0), At("B", 30), At("C", 60.1)));

    [Fact]
    public void Seen_backwards_nothing_before_a_pause_counts() =>
        Assert.Equal("1×C Ended", Told(Before, At("B", 0), At("C", 31), At("A", 40)));

    [Fact]
    public void The_same_event_several_times_in_a_row_is_once_unless_asked_otherwise()
    {
        PathEvent[] events = [At("A", 0), At("A", 20), At("B", 40), At("B", 60), At("C", 80)];
        Assert.Equal("1×B-C Ended", Told(Query, events));
        Assert.Equal("1×A-B-B, 1×B-B-C", Told(Query with { CollapseRepeats = false }, events));
    }

    [Fact]
    public void The_same_event_after_a_pause_is_another_time() =>
        Assert.Equal("2× Ended", Told(Query, At("A", 0), At("A", 31)));

    [Fact]
    public void However_often_something_is_repeated_a_path_goes_no_further_than_its_steps_times_the_session()
    {
        PathEvent[] many = [.. Enumerable.Range(1, 5).Select(i => At("B", 20 * i))];
        Assert.Equal("1×B Ended", Told(Query, [At("A", 0), .. many, At("C", 120)]));
        Assert.Equal("1×B Ended", Told(Before, [At("C", 0), .. many, At("A", 120)]));
    }

    [Fact]
    public void Events_left_out_are_as_if_they_had_not_been() =>
        Assert.Equal("1×B-C Ended", Told(Query with { Exclude = ["X"] }, At("A", 0), At("X", 1), At("B", 2), At("X", 3), At("C", 4)));

    [Fact]
    public void Only_what_happened_in_the_range_begins_a_path_but_paths_go_on_behind_it()
    {
        var query = Query with { From = Start.AddMinutes(10), Until = Start.AddMinutes(20) };
        Assert.Equal("1×C-A-D", Told(query, At("A", 9), At("B", 9.5), At("A", 10), At("C", 19), At("A", 20), At("D", 21)));
    }

    [Fact]
    public void Repeats_of_what_began_before_the_range_begin_nothing() =>
        Assert.Equal("", Told(Query with { From = Start.AddMinutes(10) }, At("A", 9), At("A", 10), At("B", 11)));

    [Fact]
    public void A_path_that_still_has_time_is_open_and_not_ended()
    {
        var now = Query with { AsOf = Start.AddMinutes(40) };
        var tally = Tally(now, At("A", 0), At("B", 5), At("C", 39), At("A", 39.5), At("D", 41));
        Assert.Equal((2, 1, 1), (tally.Occurrences, tally.Steps[1].Ended, tally.Steps[0].Open));
    }

    [Fact]
    public void Steps_and_ends_add_up()
    {
        var tally = Tally(Query, At("A", 0), At("B", 1), At("A", 2), At("B", 3), At("A", 100));
        Assert.Equal(3, tally.Steps[0].Events.Total + tally.Steps[0].Ended + tally.Steps[0].Open);
        Assert.Equal(tally.Steps[0].Events.Total, tally.Steps[1].Events.Total + tally.Steps[1].Ended);
        Assert.Equal(tally.Steps[1].Events.Total, tally.Steps[2].Events.Total + tally.Steps[2].Ended);
    }
}
