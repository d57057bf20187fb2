namespace UserOps.Domain.Recommendations;

/// <summary>From what somebody bought, what goes with it and what is popular to what is recommended.</summary>
public static class Suggesting
{
    /// <summary>Products bought last that are looked at.</summary>
    public const int Seeds = 30;

    /// <summary>Days before somebody's last purchase after which one counts for half.</summary>
    public const double HalfLifeDays = 30;

    public static IEnumerable<ProductKey> SeedsOf(BoughtProducts bought) => bought.Latest[..Math.Min(Seeds, bought.Latest.Length)].ToArray().Select(b => b.Product);

    /// <param name="related">Neighbours of the seeds, as far as there are any.</param>
    /// <param name="popular">The most popular first; tops up what is missing.</param>
    /// <returns>The best first, endless as far as products go; nothing that was bought.</returns>
    public static IEnumerable<Suggestion> For(
        BoughtProducts bought, IReadOnlyDictionary<ProductKey, IReadOnlyList<ProductWeight>> related, IReadOnlyList<ProductKey> popular)
    {
        var scores = new Dictionary<ProductKey, (double Score, double Most, ProductKey Because)>();
        foreach (var (seed, day) in bought.Latest[..Math.Min(Seeds, bought.Latest.Length)])
        {
            var recency = Math.Pow(2, -(bought.Latest[0].Day - day) / HalfLifeDays);
            foreach (var (product, weight) in related.GetValueOrDefault(seed) ?? [])
            {
                var (score, most, because) = scores.GetValueOrDefault(product);
                var part = recency * weight;
                scores[product] = part > most ? (score + part, part, seed) : (score + part, most, because);
            }
        }

        return scores.OrderByDescending(pair => pair.Value.Score).ThenBy(pair => pair.Key).Select(pair => new Suggestion(pair.Key, pair.Value.Because))
            .Concat(popular.Select(product => new Suggestion(product, null)))
            .Where(suggestion => !bought.Contains(suggestion.Product))
            .DistinctBy(suggestion => suggestion.Product);
    }
}
