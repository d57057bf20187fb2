namespace UserOps.Application.Recommendations;

/// <param name="AsOf">The day of the run they come from; null before the first one.</param>
/// <param name="Items">The best first.</param>
public sealed record RecommendationsView(DateOnly? AsOf, IReadOnlyList<RecommendationView> Items)
{
    internal static RecommendationsView Of(Recommended recommended) => new(recommended.AsOf, [.. recommended.Items.Select(RecommendationView.Of)]);
}
