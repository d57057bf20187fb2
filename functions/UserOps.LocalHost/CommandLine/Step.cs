namespace UserOps.LocalHost.CommandLine;

/// <summary>How far long work has come.</summary>
/// <param name="Fraction">0 to 1; null when the end is not known.</param>
/// <param name="Text">The same for a person: <c>12,000 rows</c>.</param>
public readonly record struct Step(double? Fraction, string Text);
