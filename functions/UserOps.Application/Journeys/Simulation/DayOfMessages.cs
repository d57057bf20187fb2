namespace UserOps.Application.Journeys.Simulation;

/// <param name="Day">Of the workspace's zone.</param>
public sealed record DayOfMessages(DateOnly Day, string Channel, int Sent);
