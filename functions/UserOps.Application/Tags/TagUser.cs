using UserOps.Application.Events;
using UserOps.Application.Users;
using UserOps.Domain.Events;
using UserOps.Domain.Users;

namespace UserOps.Application.Tags;

/// <summary>Puts tags on a user and takes others off: an event like any other, queued and kept in the timeline.</summary>
public sealed class TagUser(NamedUser named, IAcceptEvents accept, TimeProvider clock)
{
    public const string EventName = "Tags Changed";

    /// <param name="id">As <see cref="NamedUser"/> takes it.</param>
    /// <returns>False when nobody is known by the id.</returns>
    public async Task<bool> RunAsync(string id, TagsAsked asked, CancellationToken cancel)
    {
        if (await named.RunAsync(id, cancel) is not { } profile)
        {
            return false;
        }

        await accept.ToUsersAsync([new(profile.Key, Change(asked, clock.GetUtcNow()))], cancel);
        return true;
    }

    private static UserEvent Change(TagsAsked asked, DateTimeOffset now) => new()
    {
        Source = UserFold.OperatorSource,
        DedupeKey = $"tags {Guid.NewGuid():N}",
        ContentHash = 0,
        Type = EventType.Track,
        Name = EventName,
        OccurredAt = now,
        ReceivedAt = now,
        Identity = new() { Trusted = true },
        Tags = asked.Tags,
        TagTerms = asked.Terms,
    };
}
