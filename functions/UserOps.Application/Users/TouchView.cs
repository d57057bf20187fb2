using UserOps.Domain.Messages;

namespace UserOps.Application.Users;

/// <param name="At">When it was sent, or answered.</param>
public sealed record TouchView(DateTimeOffset At, string? Channel, string Journey, string Step, string Template)
{
    public static TouchView Of(MessageEntry entry, DateTimeOffset at) => new(at, entry.Channel, entry.Journey, entry.Step, entry.Template);
}
