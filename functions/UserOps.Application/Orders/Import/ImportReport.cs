namespace UserOps.Application.Orders.Import;

/// <param name="Rows">Rows read, the header not counted.</param>
/// <param name="Orders">Orders among them.</param>
/// <param name="Lines">Further lines of an order already read: its second and later items.</param>
/// <param name="NotOrders">Rows whose status says that nothing was ordered: failed, draft.</param>
/// <param name="Bad">Rows that were reported and left out.</param>
/// <param name="New">Events that were new; an order has one, and one more each when cancelled or refunded.</param>
/// <param name="Known">Events that an earlier import had brought already.</param>
/// <param name="Interrupted">The import was asked to stop before the end of the file; importing the file again goes on.</param>
public sealed record ImportReport(long Rows, long Orders, long Lines, long NotOrders, long Bad, long New, long Known, bool Interrupted);
