namespace UserOps.Domain.Scoring.Value;

/// <param name="Concave">The search ended at a maximum: nothing is gained by another step, and the Hessian is negative definite there.</param>
internal sealed record LogNewtonResult(IReadOnlyList<double> Parameters, double LogLikelihood, bool Concave);
