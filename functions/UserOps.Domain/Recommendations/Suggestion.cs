namespace UserOps.Domain.Recommendations;

/// <summary>A product to recommend.</summary>
/// <param name="Because">The product bought that speaks for it most; null: it is popular.</param>
public readonly record struct Suggestion(ProductKey Product, ProductKey? Because);
