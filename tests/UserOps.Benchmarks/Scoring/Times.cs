namespace UserOps.Benchmarks.Scoring;

/// <summary>Milliseconds. The median is the figure; a best far below it says that the machine was busy with something else.</summary>
internal sealed record Times(double Median, double Best);
