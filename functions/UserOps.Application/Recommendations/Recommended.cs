namespace UserOps.Application.Recommendations;

/// <param name="AsOf">The day of the run they come from; null: there was none yet, and there are no items.</param>
/// <param name="Items">The best first.</param>
public sealed record Recommended(DateOnly? AsOf, IReadOnlyList<Recommendation> Items)
{
    public static readonly Recommended Nothing = new(null, []);
}
