using UserOps.Application.Storage;
using UserOps.Domain.Events;
using UserOps.Domain.Orders;

namespace UserOps.Application.Orders;

/// <summary>Partition <c>i~{order hash}</c>: whose an order is (row <c>u</c>), and the events that came before that was known (rows <c>k~{event id}</c>).</summary>
public static class OrderIndexRow
{
    public const string Owner = "u";
    public const string ParkedPrefix = "k~";
    private const string UserKey = "user";

    public static TableKey Partition(OrderRef order) => $"i~{order.Hash()}";

    public static TableKey Parked(EventId id) => ParkedPrefix + id.Value;

    public static Properties WriteOwner(string userKey) => Properties.Of(UserKey, userKey);

    public static string ReadOwner(Row row) => row.Properties.Text(UserKey);
}
