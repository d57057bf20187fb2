namespace UserOps.Application.Journeys.Simulation;

/// <summary>What goes out by one channel.</summary>
/// <param name="CostMinor">In minor units of the workspace's currency, by the price that is set now.</param>
/// <param name="PerMinute">The pace that is set; null: any number.</param>
/// <param name="PerHour">Likewise.</param>
/// <param name="OverPace">The busiest minute or hour holds more than goes out in one; in earnest some messages would come later than here.</param>
public sealed record ChannelFigures(
    string Channel, int Sent, decimal CostMinor, BusyTime? BusiestMinute, BusyTime? BusiestHour, int? PerMinute, int? PerHour, bool OverPace);
