namespace UserOps.Application.Events.Rejections;

/// <summary>A rejected event as an operator reads it.</summary>
public sealed record KeptRejection(DateTimeOffset ReceivedAt, string Source, int Index, string Field, string Reason, string Body);
