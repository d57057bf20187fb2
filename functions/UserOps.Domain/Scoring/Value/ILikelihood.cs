namespace UserOps.Domain.Scoring.Value;

/// <summary>A log-likelihood with its first and second derivatives.</summary>
internal interface ILikelihood
{
    /// <summary>Adds to <paramref name="gradient"/> and to the upper triangle of <paramref name="hessian"/>, which come in as zeros.</summary>
    double Evaluate(ReadOnlySpan<double> parameters, double[] gradient, double[,] hessian);
}
