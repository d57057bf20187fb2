using UserOps.Domain.Users;

namespace UserOps.Application.Users;

/// <summary>A passage from one life-cycle stage to another.</summary>
/// <param name="At">End of the scored day.</param>
public sealed record StageView(DateTimeOffset At, string From, string To)
{
    public static IReadOnlyList<StageView> Of(Profile profile) => [.. (profile.Stages ?? []).Select(passage => new StageView(passage.Said.At, passage.From, passage.To))];
}
