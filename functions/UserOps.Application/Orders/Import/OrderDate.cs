namespace UserOps.Application.Orders.Import;

/// <param name="At">UTC.</param>
/// <param name="DayOnly">The file named a day without a time; <paramref name="At"/> is noon of that day in the workspace's zone.</param>
public readonly record struct OrderDate(DateTimeOffset At, bool DayOnly);
