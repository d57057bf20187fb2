namespace UserOps.Domain.Scoring.Value;

/// <summary>A model fitted to customers by maximum likelihood, or why there is none.</summary>
/// <param name="Model">Null: see <paramref name="Obstacle"/>.</param>
/// <param name="LogLikelihood">At the maximum; null without a model.</param>
/// <param name="Customers">It was, or would have been, fitted on: all customers for purchases, repeat buyers for values.</param>
public sealed record Fit<TModel>(TModel? Model, FitObstacle? Obstacle, double? LogLikelihood, long Customers)
    where TModel : class
{
    internal static Fit<TModel> None(FitObstacle obstacle, long customers) => new(null, obstacle, null, customers);
}
