namespace UserOps.Domain.Scoring.Value;

/// <param name="Expected">Cumulative repeat purchase days by the end of the day, as the model has it.</param>
/// <param name="Actual">As they came.</param>
public readonly record struct CurvePoint(DateOnly Day, double Expected, long Actual);
