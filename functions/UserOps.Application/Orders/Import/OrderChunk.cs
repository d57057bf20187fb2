using UserOps.Domain.Events;

namespace UserOps.Application.Orders.Import;

/// <param name="Rows">Rows it came from, bad ones included.</param>
/// <param name="BytesRead">Bytes of the file read by then.</param>
public sealed record OrderChunk(IReadOnlyList<UserEvent> Events, int Rows, long BytesRead);
