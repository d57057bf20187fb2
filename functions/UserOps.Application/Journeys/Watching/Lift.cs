using UserOps.Domain.Experiments;

namespace UserOps.Application.Journeys.Watching;

/// <summary>What the journey's messages did, as far as the hold-out shows it.</summary>
/// <param name="Difference">Conversion rate of the treated less that of the held out, with the 95 % interval and the two-sided p of the two-proportion z-test; null: one group is empty.</param>
/// <param name="Note">For people, in one sentence.</param>
public sealed record Lift(FunnelGroup Treated, FunnelGroup HeldOut, TwoProportions? Difference, string Note)
{
    public static Lift Of(FunnelGroup treated, FunnelGroup heldOut, bool hasGoal)
    {
        ArgumentNullException.ThrowIfNull(treated);
        ArgumentNullException.ThrowIfNull(heldOut);
        var difference = TwoProportions.Of(treated.Converted, treated.Runs, heldOut.Converted, heldOut.Runs);
        return new(treated, heldOut, difference, NoteOf(treated, heldOut, difference, hasGoal));
    }

    private static string NoteOf(FunnelGroup treated, FunnelGroup heldOut, TwoProportions? difference, bool hasGoal) =>
        !hasGoal ? "The journey has no goal, so that nobody can be said to have converted."
        : heldOut.Runs == 0 ? "Nobody is held out, so that there is nothing to compare with."
        : treated.Runs == 0 ? "Nobody was treated yet."
        : difference!.TooFew ? "Too few to tell: a group would have fewer than five who converted, or who did not, if there were no difference."
        : difference.P < 0.05 ? "The groups differ by more than chance explains (p < 0.05)."
        : "The groups differ by no more than chance explains (p ≥ 0.05).";
}
