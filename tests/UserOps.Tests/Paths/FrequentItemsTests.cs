using UserOps.Domain.Paths;

namespace UserOps.Tests.Paths;

public sealed class FrequentItemsTests
{
    private static int Runs => Environment.GetEnvironmentVariable("USEROPS_LONG") is null ? 500 : 50_000;

    [Fact]
    public void No_count_is_too_high_or_too_low_by_more_than_the_error_said_however_parts_are_put_together()
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            var random = new Random(seed);
            var truth = new Dictionary<int, Frequency>();
            var (most, names) = (random.Next(1, 12), random.Next(1, 60));
            FrequentItems<int>[] parts = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Part(random, most, names, truth))];
            var all = parts.Aggregate(new FrequentItems<int>(most, random.Next(2) == 0 ? 1_000 : most * 3, Size), (sum, part) =>
            {
                sum.Add(part);
                return sum;
            });

            Assert.Equal(truth.Values.Sum(one => one.Count), all.Total);
            foreach (var (item, (count, users)) in truth)
            {
                var found = all.Items.GetValueOrDefault(item);
                Assert.True(found.Count <= count && count <= found.Count + all.Error, $"seed {seed}: {found} of {count} ± {all.Error}");
                Assert.True(found.Users <= users && users <= found.Users + all.Error, $"seed {seed}: {found} of {users} people ± {all.Error}");
            }
        }
    }

    [Fact]
    public void The_error_is_at_most_the_total_by_the_number_of_items_kept()
    {
        var random = new Random(3);
        var items = new FrequentItems<int>(20, 1_000_000, Size);
        for (var i = 0; i < 20_000; i++)
        {
            items.Add((int)Math.Pow(random.NextDouble() * 30, 2));
        }

        Assert.InRange(items.Error, 1, 20_000 / 21);
        Assert.InRange(items.Items.Count, 1, 40);
    }

    [Fact]
    public void As_long_as_nothing_had_to_go_any_order_gives_the_same_and_nothing_is_missing()
    {
        var random = new Random(5);
        int[] items = [.. Enumerable.Range(0, 500).Select(_ => random.Next(30))];
        var expected = items.GroupBy(item => item).ToDictionary(group => group.Key, group => (long)group.Count());
        for (var order = 0; order < 10; order++)
        {
            random.Shuffle(items);
            var counted = new FrequentItems<int>(16, 1_000, Size);
            Array.ForEach(items, counted.Add);
            Assert.Equal(0, counted.Error);
            Assert.Equal(expected.OrderBy(one => one.Key), counted.Items.Select(one => KeyValuePair.Create(one.Key, one.Value.Count)).OrderBy(one => one.Key));
        }
    }

    [Fact]
    public void Long_items_find_less_room()
    {
        var items = new FrequentItems<string>(1_000, 100, text => text.Length);
        for (var i = 0; i < 50; i++)
        {
            items.Add(new string((char)('a' + (i % 26)), 30) + i);
        }

        Assert.InRange(items.Items.Sum(one => one.Key.Length), 0, 200);
        Assert.True(items.Error > 0);
    }

    private static FrequentItems<int> Part(Random random, int most, int names, Dictionary<int, Frequency> truth)
    {
        var part = new FrequentItems<int>(most, 1_000, Size);
        for (var person = random.Next(8); person > 0; person--)
        {
            var theirs = new FrequentItems<int>(most, 1_000, Size);
            int[] done = [.. Enumerable.Range(0, random.Next(30)).Select(_ => random.Next(names) * random.Next(names) / names)];
            Array.ForEach(done, theirs.Add);
            foreach (var group in done.GroupBy(item => item))
            {
                truth[group.Key] = truth.GetValueOrDefault(group.Key) + new Frequency(group.Count(), 1);
            }

            part.AddPerson(theirs);
        }

        return part;
    }

    private static int Size(int item) => 1 + (item % 3);
}
