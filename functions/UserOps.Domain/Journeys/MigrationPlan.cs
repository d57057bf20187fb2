namespace UserOps.Domain.Journeys;

/// <summary>How people go from one version of a journey to another.</summary>
/// <param name="Mapping">Old step's id to the new one's, or to <c>end</c>. Steps that both versions have need none.</param>
public sealed record MigrationPlan(int From, int To, IReadOnlyDictionary<string, string> Mapping)
{
    /// <returns>Whether the plan says anything about somebody at that step, and the step of the new version; null there: the run ends.</returns>
    public (bool Said, Step? To) TargetOf(string step, JourneyDefinition with)
    {
        ArgumentNullException.ThrowIfNull(with);
        var target = Mapping.GetValueOrDefault(step, step);
        var found = with.Steps.FirstOrDefault(known => known.Id == target);
        return (found is not null || target == Reserved.End, found);
    }
}
