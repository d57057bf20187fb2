namespace UserOps.Application.Events;

/// <summary>An event that was received and could not be taken: kept for an operator to read, replaced by nothing.</summary>
/// <param name="Source">Write key's, webhook source's or CloudEvents source's name.</param>
/// <param name="Index">Position within its batch, from 0.</param>
/// <param name="Field">The field at fault, as a path: <c>batch[3].userId</c>.</param>
/// <param name="Reason">What is wrong with it, for a person.</param>
/// <param name="Body">What was sent, cut to 8 KiB.</param>
public sealed record RejectedEvent(string Source, int Index, string Field, string Reason, string Body);
