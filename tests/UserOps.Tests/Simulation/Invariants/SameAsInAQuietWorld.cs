namespace UserOps.Tests.Simulation.Invariants;

/// <summary>Invariants 1 to 3 and 10: whatever went wrong, users are as if every event had come once, in order, one at a time.</summary>
internal sealed class SameAsInAQuietWorld : IInvariant
{
    public IEnumerable<string> Broken(Simulation simulation, Picture end)
    {
        var quiet = new World();
        quiet.ApplyEachAsync(simulation.Scenario.Events).GetAwaiter().GetResult();
        var expected = new Picture(quiet.Store).Lines();
        var actual = end.Lines();
        var (missing, instead) = (expected.Except(actual).ToList(), actual.Except(expected).ToList());
        return missing.Zip(instead, (one, other) => one[..one.IndexOf(' ')] == other[..other.IndexOf(' ')])
            .All(same => same) && missing.Count == instead.Count
            ? missing.Zip(instead, Difference)
            : [.. missing.Select(line => $"missing: {line}"), .. instead.Select(line => $"instead: {line}")];
    }

    private static string Difference(string expected, string actual)
    {
        var (one, other) = (expected.Split(Picture.Between), actual.Split(Picture.Between));
        return $"{one[0]}: should be {string.Join(Picture.Between, one.Except(other))}, is {string.Join(Picture.Between, other.Except(one))}";
    }
}
