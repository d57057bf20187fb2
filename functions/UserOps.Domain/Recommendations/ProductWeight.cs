namespace UserOps.Domain.Recommendations;

/// <summary>A product and how much it counts for; what in, says who hands it out.</summary>
public readonly record struct ProductWeight(ProductKey Product, long Weight);
