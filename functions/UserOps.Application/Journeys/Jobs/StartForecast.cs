namespace UserOps.Application.Journeys.Jobs;

/// <summary>What becomes of the first messages of so many people, at the pace of the channels alone: quiet hours and caps of the persons come on top.</summary>
/// <param name="FinishAt">When the last message goes out that goes out; null: none does, or the channel lets no more through.</param>
/// <param name="Expiring">People whose first message would come too late and be skipped.</param>
/// <param name="Channels">Of each channel by which a first message may go, as if everybody went by it. The slowest makes the forecast.</param>
public sealed record StartForecast(DateTimeOffset? FinishAt, int Expiring, IReadOnlyList<ChannelForecast> Channels);
