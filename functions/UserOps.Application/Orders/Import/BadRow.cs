namespace UserOps.Application.Orders.Import;

/// <param name="Line">Line of the file on which the row starts, from 1.</param>
/// <param name="Reason">For a person; holds no customer's identifier.</param>
public sealed record BadRow(long Line, string Reason);
