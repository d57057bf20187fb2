namespace UserOps.Domain.Scoring;

public enum SplitBy
{
    Mean,
    Median,
    Fixed,
}
