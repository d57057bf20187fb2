namespace UserOps.Application.Orders.Import;

/// <param name="Rows">Rows whose events are applied.</param>
/// <param name="BytesRead">Bytes of the file that were read so far, ahead of what is applied.</param>
public readonly record struct ImportProgress(long Rows, long BytesRead);
