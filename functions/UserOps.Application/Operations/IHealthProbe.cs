namespace UserOps.Application.Operations;

/// <summary>A cheap look at one thing that everything needs.</summary>
public interface IHealthProbe
{
    string Name { get; }

    /// <summary>Throws when it is not well.</summary>
    Task RunAsync(CancellationToken cancel);
}
