namespace UserOps.Domain.Messages;

/// <param name="Day">Of the person's own calendar, in days since 1970-01-01.</param>
public sealed record SentDay(int Day, string Channel, int Count);
