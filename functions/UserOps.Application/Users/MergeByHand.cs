using UserOps.Application.Events;
using UserOps.Domain.Events;
using UserOps.Domain.Users;

namespace UserOps.Application.Users;

/// <summary>An operator declares two users to be one person: an alias like any other, queued and kept in the timeline.</summary>
public sealed class MergeByHand(NamedUser named, IAcceptEvents accept, TimeProvider clock)
{
    /// <returns>The field that names nobody, or null when the merge is queued.</returns>
    public async Task<string?> RunAsync(string from, string into, CancellationToken cancel)
    {
        if (await named.RunAsync(from, cancel) is not { DisplayId: { } loser })
        {
            return "from";
        }

        if (await named.RunAsync(into, cancel) is not { } winner)
        {
            return "into";
        }

        var now = clock.GetUtcNow();
        await accept.ToUsersAsync([new(winner.Key, Declaration(loser, winner.DisplayId!, now))], cancel);
        return null;
    }

    private static UserEvent Declaration(Identifier from, Identifier into, DateTimeOffset now) => new()
    {
        Source = UserFold.OperatorSource,
        DedupeKey = $"merge {from} {into} {now.UtcTicks}",
        ContentHash = 0,
        Type = EventType.Alias,
        Name = "Alias",
        OccurredAt = now,
        ReceivedAt = now,
        Identity = new()
        {
            UserId = into.Kind == IdentifierKind.User ? into.Value : null,
            CustomerId = into.Kind == IdentifierKind.Customer ? new(into.Source!, into.Value) : null,
            Email = into.Kind == IdentifierKind.Email ? into.Value : null,
            AnonymousId = into.Kind == IdentifierKind.Anonymous ? into.Value : null,
            Trusted = true,
        },
        PreviousId = from.ToString(),
    };
}
