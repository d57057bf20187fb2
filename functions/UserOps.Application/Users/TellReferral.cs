using System.Text;
using System.Text.Json;
using UserOps.Application.Events;
using UserOps.Application.Storage;
using UserOps.Domain;
using UserOps.Domain.Events;
using UserOps.Domain.Users;

namespace UserOps.Application.Users;

/// <summary>
/// Tells a referrer of who came and ordered, by events that hold nothing of that person but the pseudonymous key. A referrer whom nobody has seen yet is known from then on.
/// </summary>
public sealed class TellReferral(ITableStore tables, UserKeys keys, IAcceptEvents accept)
{
    private const int AtOnce = 500;

    /// <param name="userKey">Whose outbox the note stood in.</param>
    public async Task RunAsync(string userKey, ReferralNote note, CancellationToken cancel)
    {
        var events = new List<UserEvent>();
        if (note.SignedUpAt is { } at)
        {
            events.Add(Event(Referrals.SignedUp, note.Referrer, userKey, $"referral~{(note.Email is { } email ? keys.Of(email) : userKey)}", at));
        }

        await foreach (var order in OrdersAsync(userKey, note, cancel))
        {
            // By the order alone: whoever the person becomes, the order is the same.
            events.Add(Event(Referrals.Ordered, note.Referrer, userKey, $"referral-order~{order.Order}", order.PlacedAt));
            if (events.Count == AtOnce)
            {
                await accept.RunAsync(events, [], cancel);
                events = [];
            }
        }

        if (events.Count > 0)
        {
            await accept.RunAsync(events, [], cancel);
        }
    }

    private IAsyncEnumerable<ReferredOrder> OrdersAsync(string userKey, ReferralNote note, CancellationToken cancel) => note.AllOrders
        ? tables.RowsAsync(RowQuery.Prefix(userKey, UserRow.OrderPrefix), cancel)
            .Select(row => Documents.Read(row, UserJson.Compact.Order)).Where(order => order.PlacedAt is not null).Select(ReferralFold.Of)
        : note.Orders.ToAsyncEnumerable();

    private static UserEvent Event(string name, string referrer, string userKey, string dedupeKey, DateTimeOffset at) => new()
    {
        Source = UserFold.PassageSource,
        DedupeKey = dedupeKey,
        ContentHash = HashText.Short(Encoding.UTF8.GetBytes(dedupeKey)),
        Type = EventType.Track,
        Name = name,
        OccurredAt = at,
        ReceivedAt = at,
        Identity = new Identity { UserId = referrer, Trusted = true },
        Properties = JsonSerializer.SerializeToElement(new Dictionary<string, string> { [Referrals.Referred] = userKey }, ReferralJson.Default.DictionaryStringString),
    };
}
