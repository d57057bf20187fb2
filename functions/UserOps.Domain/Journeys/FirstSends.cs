namespace UserOps.Domain.Journeys;

/// <summary>The messages that people meet first, whichever way they go.</summary>
public static class FirstSends
{
    /// <returns>In the order of the journey.</returns>
    public static IReadOnlyList<Step.Send> Of(JourneyDefinition journey)
    {
        ArgumentNullException.ThrowIfNull(journey);
        var seen = new HashSet<string>(StringComparer.Ordinal) { journey.Steps[0].Id };
        var ahead = new Queue<string>(seen);
        var found = new HashSet<string>(StringComparer.Ordinal);
        while (ahead.TryDequeue(out var id))
        {
            var step = journey.StepOf(id);
            if (step is Step.Send)
            {
                found.Add(id);
                continue;
            }

            foreach (var next in WaysOf(step).OfType<string>().Where(seen.Add))
            {
                ahead.Enqueue(next);
            }
        }

        return [.. journey.Steps.OfType<Step.Send>().Where(step => found.Contains(step.Id))];
    }

    private static IEnumerable<string?> WaysOf(Step step) => step switch
    {
        Step.Branch branch => [.. branch.Cases.Select(way => way.Then), step.Next],
        Step.Split split => split.Arms.Select(arm => arm.Then),
        Step.WaitForEvent wait => [step.Next, wait.OnTimeout],
        Step.Exit => [],
        _ => [step.Next],
    };
}
