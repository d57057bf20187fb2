using FsCheck.Fluent;
using UserOps.Application.Segments.Audiences;
using UserOps.Domain;

namespace UserOps.Tests.Segments.Members;

public sealed class AudienceSetTests
{
    private static readonly string[] Everybody = [.. Enumerable.Range(0, 40).Select(i => "u~" + HashText.Of("user", $"{i}"))];

    [Fact]
    public async Task Put_together_while_they_go_by_sets_are_what_they_are_in_memory()
    {
        var some = Gen.SubListOf(Everybody).Select(users => users.OrderBy(AudiencePlace.Of).ToArray());
        foreach (var (one, other) in Gen.Zip(some, some).Sample(10, 300))
        {
            Assert.Equal(Sorted(one.Intersect(other)), await AudienceSet.And(one.ToAsyncEnumerable(), other.ToAsyncEnumerable(), default).ToListAsync());
            Assert.Equal(Sorted(one.Union(other)), await AudienceSet.Or(one.ToAsyncEnumerable(), other.ToAsyncEnumerable(), default).ToListAsync());
            Assert.Equal(Sorted(one.Except(other)), await AudienceSet.Minus(one.ToAsyncEnumerable(), other.ToAsyncEnumerable(), default).ToListAsync());
        }
    }

    [Fact]
    public async Task A_seed_draws_the_same_people_again_and_of_more_the_fewer_are_a_part()
    {
        var ten = await AudienceSample.DrawAsync(Everybody.ToAsyncEnumerable(), 10, "autumn", default);
        Assert.Equal(ten, await AudienceSample.DrawAsync(Everybody.Reverse().ToAsyncEnumerable(), 10, "autumn", default));
        Assert.NotEqual(ten, await AudienceSample.DrawAsync(Everybody.ToAsyncEnumerable(), 10, "winter", default));
        Assert.Subset((await AudienceSample.DrawAsync(Everybody.ToAsyncEnumerable(), 20, "autumn", default)).ToHashSet(), ten.ToHashSet());
        Assert.Equal(40, (await AudienceSample.DrawAsync(Everybody.ToAsyncEnumerable(), 100, "autumn", default)).Count);
    }

    private static List<string> Sorted(IEnumerable<string> users) => [.. users.OrderBy(AudiencePlace.Of)];
}
