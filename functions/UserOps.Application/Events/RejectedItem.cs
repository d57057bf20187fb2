namespace UserOps.Application.Events;

/// <param name="Index">Position within the batch, from 0.</param>
public sealed record RejectedItem(int Index, string Field, string Reason);
