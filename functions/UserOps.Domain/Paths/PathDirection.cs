namespace UserOps.Domain.Paths;

/// <summary>Which way is looked from an event.</summary>
public enum PathDirection
{
    After,
    Before,
}
