namespace UserOps.Application.Paths;

/// <summary>What was done at one step.</summary>
/// <param name="Step">1: the one nearest to the event asked about.</param>
/// <param name="Reached">Paths that have this step; with those that ended and that are open, as many as have the step before.</param>
/// <param name="Ended">Nothing came in time (before: nothing had come).</param>
/// <param name="Open">There is still time.</param>
/// <param name="Events">The most frequent, in order.</param>
/// <param name="Others">Of all other events.</param>
public sealed record PathStepView(int Step, long Reached, long Ended, long Open, IReadOnlyList<PathEventView> Events, long Others);
