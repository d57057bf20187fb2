using UserOps.Application.Segments.Audiences;

namespace UserOps.Application.Segments.Members;

/// <summary>Keys of those whom a query is about: whoever is in the segment or one of <c>or</c>, and in all of <c>and</c>, and in none of <c>minus</c>.</summary>
public sealed class FindMembers(AudienceMembers members)
{
    public async Task<IAsyncEnumerable<string>> RunAsync(MembersQuery query, CancellationToken cancel)
    {
        var users = Of(query.Segment);
        users = query.Or.Aggregate(users, (some, other) => AudienceSet.Or(some, Of(other), cancel));
        users = query.And.Aggregate(users, (some, other) => AudienceSet.And(some, Of(other), cancel));
        users = query.Minus.Aggregate(users, (some, other) => AudienceSet.Minus(some, Of(other), cancel));
        return query.Sample is { } size ? (await AudienceSample.DrawAsync(users, size, query.Seed, cancel)).ToAsyncEnumerable() : users;

        IAsyncEnumerable<string> Of(string segment) => members.RunAsync(segment, null, cancel).Select(member => member.UserKey);
    }
}
