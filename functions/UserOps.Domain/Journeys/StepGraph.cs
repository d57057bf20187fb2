namespace UserOps.Domain.Journeys;

/// <summary>Whether every step can be reached, and whether somebody who goes in circles at least waits somewhere.</summary>
internal static class StepGraph
{
    public static IEnumerable<Mistake> Check(IReadOnlyList<StepOutline> steps)
    {
        if (steps.Count == 0 || steps.Any(step => step.Broken))
        {
            return [];
        }

        var byId = steps.ToDictionary(step => step.Id!, StringComparer.Ordinal);
        var reached = Reach(byId, [steps[0]]);
        return
        [
            .. steps.Where(step => !reached.Contains(step))
                .Select(step => new Mistake(step.At, $"Nobody gets to '{step.Id}'; name it as the next of a step that is reached, or take it out.")),
            .. Loops(steps, byId),
        ];
    }

    private static IEnumerable<Mistake> Loops(IReadOnlyList<StepOutline> steps, Dictionary<string, StepOutline> byId)
    {
        var told = new HashSet<StepOutline>();
        foreach (var step in steps.Where(step => !step.Waits))
        {
            if (!told.Contains(step) && Circle(step, byId) is { } circle)
            {
                told.UnionWith(circle);
                var path = string.Join(" → ", circle.Append(step).Select(s => s.Id));
                yield return new(step.At, $"This goes round without a pause: {path}. Put a wait for a time, or for an event, into it.");
            }
        }
    }

    /// <summary>The shortest way from a step back to itself on which nobody waits.</summary>
    private static List<StepOutline>? Circle(StepOutline start, Dictionary<string, StepOutline> byId)
    {
        var from = new Dictionary<StepOutline, StepOutline>();
        var queue = new Queue<StepOutline>([start]);
        while (queue.TryDequeue(out var step))
        {
            foreach (var next in Next(step, byId).Where(next => !next.Waits && from.TryAdd(next, step)))
            {
                if (next != start)
                {
                    queue.Enqueue(next);
                    continue;
                }

                var circle = new List<StepOutline>();
                for (var at = from[start]; at != start; at = from[at])
                {
                    circle.Insert(0, at);
                }

                return [start, .. circle];
            }
        }

        return null;
    }

    private static HashSet<StepOutline> Reach(Dictionary<string, StepOutline> byId, IEnumerable<StepOutline> starts)
    {
        var reached = new HashSet<StepOutline>(starts);
        var queue = new Queue<StepOutline>(reached);
        while (queue.TryDequeue(out var step))
        {
            foreach (var next in Next(step, byId).Where(reached.Add))
            {
                queue.Enqueue(next);
            }
        }

        return reached;
    }

    private static IEnumerable<StepOutline> Next(StepOutline step, Dictionary<string, StepOutline> byId) => step.Ways.OfType<string>().Select(id => byId[id]);
}
