namespace UserOps.Application.Journeys.Jobs;

/// <param name="FinishAt">As in <see cref="StartForecast"/>.</param>
/// <param name="Messages">How many would go out.</param>
public sealed record ChannelForecast(string Channel, DateTimeOffset? FinishAt, int Messages, int Expiring);
