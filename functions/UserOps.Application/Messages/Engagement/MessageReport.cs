using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Engagement;

/// <summary>What a provider tells of one message, as it waits in the queue: without the address, which reports carry and nobody here needs.</summary>
/// <param name="Channel">Of the provider.</param>
/// <param name="Id">The provider's, or that of the operation.</param>
/// <param name="What">One of <see cref="DeliveryNames"/>, <see cref="Opened"/> or <see cref="Clicked"/>.</param>
/// <param name="At">By the provider's clock, no later than the receipt.</param>
/// <param name="Link">Of a click; without its query.</param>
public sealed record MessageReport(string Channel, string Id, string What, DateTimeOffset At, string? Link = null)
{
    public const string Opened = "opened";
    public const string Clicked = "clicked";
    public const int LongestId = 200;
}
