namespace UserOps.Application.Journeys.Watching;

/// <param name="Runs">Those who were there before they came in, and runs that became another's, count for neither.</param>
public sealed record FunnelGroup(int Runs, int Converted)
{
    /// <summary>Converted of all; null: there are none.</summary>
    public double? Rate => Runs == 0 ? null : (double)Converted / Runs;
}
