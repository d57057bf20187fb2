namespace UserOps.Application.Storage;

/// <summary>A write that no adapter accepts: a programming error or an input that should have been refused earlier.</summary>
public sealed class TableLimitException(string message) : ArgumentException(message);
