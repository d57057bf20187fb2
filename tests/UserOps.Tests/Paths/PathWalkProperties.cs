using UserOps.Domain.Paths;
using static UserOps.Tests.Paths.Walked;

namespace UserOps.Tests.Paths;

/// <summary>Going once through events counts what looking at all of them for each event counts.</summary>
public sealed class PathWalkProperties
{
    private static int Runs => Environment.GetEnvironmentVariable("USEROPS_LONG") is null ? 2_000 : 200_000;

    [Fact]
    public void Walking_equals_looking_at_everything_from_each_event()
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            var random = new Random(seed);
            var query = Query with
            {
                Direction = (PathDirection)random.Next(2),
                Steps = random.Next(1, 6),
                From = Start.AddMinutes(random.Next(100)),
                Until = Start.AddMinutes(random.Next(100, 300)),
                AsOf = Start.AddMinutes(random.Next(150, 500)),
                Exclude = random.Next(2) == 0 ? ["D"] : [],
                CollapseRepeats = random.Next(2) == 0,
            };
            PathEvent[] events = [.. Enumerable.Range(0, random.Next(40)).Select(_ => At("ABCD"[random.Next(4)].ToString(), random.Next(400))).OrderBy(said => said.At)];
            var (first, last) = query.Span;

            // What is not in the span is not even read.
            var tally = Tally(query, [.. events.Where(said => first <= said.At && said.At <= last)]);
            var expected = FromEach(query, events).GroupBy(path => path).ToDictionary(group => group.Key, group => (long)group.Count());
            Assert.True(
                expected.OrderBy(one => one.Key).SequenceEqual(tally.Paths.Items.Select(one => KeyValuePair.Create(one.Key, one.Value.Count)).OrderBy(one => one.Key)),
                $"seed {seed}: {Told(query, events)}");
            for (var step = 0; step < query.Steps; step++)
            {
                Assert.Equal(expected.Where(one => one.Key.Events.Count > step).Sum(one => one.Value), tally.Steps[step].Events.Total);
            }
        }
    }

    /// <summary>Runs of repeats first, then from each run of the event asked about one after the other.</summary>
    private static IEnumerable<EventPath> FromEach(PathQuery query, PathEvent[] events)
    {
        var runs = new List<(string Name, DateTimeOffset First, DateTimeOffset Last)>();
        foreach (var said in events.Where(said => said.At <= query.AsOf && !query.Exclude.Contains(said.Name)))
        {
            if (query.CollapseRepeats && runs.Count > 0 && runs[^1].Name == said.Name && said.At - runs[^1].Last <= query.Session)
            {
                runs[^1] = runs[^1] with { Last = said.At };
            }
            else
            {
                runs.Add((said.Name, said.At, said.At));
            }
        }

        for (var i = 0; i < runs.Count; i++)
        {
            if (runs[i].Name == query.Event && query.InRange(runs[i].First))
            {
                yield return query.Direction == PathDirection.After ? After(query, runs, i) : Before(query, runs, i);
            }
        }
    }

    private static EventPath After(PathQuery query, List<(string Name, DateTimeOffset First, DateTimeOffset Last)> runs, int from)
    {
        var names = new List<string>();
        for (var i = from + 1; names.Count < query.Steps; i++)
        {
            var deadline = new[] { runs[i - 1].Last + query.Session, runs[from].First + query.Reach }.Min();
            if (i == runs.Count || runs[i].First > deadline)
            {
                return new(names, i == runs.Count && deadline > query.AsOf ? PathEnd.Open : PathEnd.Ended);
            }

            names.Add(runs[i].Name);
        }

        return new(names, PathEnd.Complete);
    }

    private static EventPath Before(PathQuery query, List<(string Name, DateTimeOffset First, DateTimeOffset Last)> runs, int from)
    {
        var names = new List<string>();
        for (var i = from - 1; names.Count < query.Steps; i--)
        {
            if (i < 0 || runs[i + 1].First - runs[i].Last > query.Session || runs[from].First - runs[i].Last > query.Reach)
            {
                return new(names, PathEnd.Ended);
            }

            names.Add(runs[i].Name);
        }

        return new(names, PathEnd.Complete);
    }
}
