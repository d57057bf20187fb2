namespace UserOps.Domain.Journeys;

/// <summary>What moving the people inside one version of a journey to another would do to whom.</summary>
/// <param name="Moves">A step of the old version each, in its order.</param>
/// <param name="Mistakes">With pointers into the mapping (<c>/welcome</c>); while there are any, nobody is moved.</param>
public sealed record MigrationPreview(IReadOnlyList<StepMove> Moves, IReadOnlyList<Mistake> Mistakes)
{
    public int Staying => Moves.Where(move => move.To == move.From).Sum(move => move.People);

    public int Moving => Moves.Where(move => move.To is not null && move.To != move.From).Sum(move => move.People);

    public int Ending => Moves.Where(move => move.To is null).Sum(move => move.People);

    /// <param name="mapping">Old step's id to the new one's, or to <c>end</c>. Steps that both versions have need none.</param>
    /// <param name="people">Runs by the old step's id; steps without any may be absent.</param>
    /// <exception cref="ArgumentException"><paramref name="people"/> are at a step that the old version never had.</exception>
    public static MigrationPreview Of(
        JourneyDefinition old, JourneyDefinition with, IReadOnlyDictionary<string, string> mapping, IReadOnlyDictionary<string, int> people)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        if (people.Keys.FirstOrDefault(id => old.Steps.All(step => step.Id != id)) is { } nowhere)
        {
            throw new ArgumentException($"Journey {old.Key} has no step '{nowhere}', so nobody is there.", nameof(people));
        }

        var steps = with.Steps.ToDictionary(step => step.Id, StringComparer.Ordinal);
        var mistakes = Misnamed(old, steps, mapping).ToList();
        var moves = new List<StepMove>();
        foreach (var step in old.Steps)
        {
            var count = people.GetValueOrDefault(step.Id);
            var mapped = mapping.TryGetValue(step.Id, out var target);
            if (!mapped && !steps.ContainsKey(step.Id) && count > 0)
            {
                mistakes.Add(new(
                    JsonPointer.To("", step.Id), $"People are at '{step.Id}' ({count}), which the new version has not; say where they go on, or \"{Reserved.End}\"."));
                continue;
            }

            var to = steps.GetValueOrDefault(mapped ? target! : step.Id);
            moves.Add(new(step.Id, to?.Id, count, mapped, to is not null && StepWriter.TypeOf(to) != StepWriter.TypeOf(step)));
        }

        return new(moves, mistakes);
    }

    private static IEnumerable<Mistake> Misnamed(JourneyDefinition old, Dictionary<string, Step> steps, IReadOnlyDictionary<string, string> mapping)
    {
        var ids = old.Steps.Select(step => step.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (from, to) in mapping.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (!ids.Contains(from))
            {
                yield return new(JsonPointer.To("", from), $"The old version has no step '{Shown.Of(from)}'{NearestName.Hint(from, ids)}");
            }

            if (to != Reserved.End && !steps.ContainsKey(to))
            {
                yield return new(JsonPointer.To("", from), $"The new version has no step '{Shown.Of(to)}'{NearestName.Hint(to, steps.Keys)}");
            }
        }
    }
}
