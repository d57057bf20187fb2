namespace UserOps.Application.Events.Webhooks;

/// <summary>The system's clock, also where the suite runs on a virtual one: a sender's signature is as old as it is.</summary>
public sealed class WallClock(TimeProvider system)
{
    public DateTimeOffset Now => system.GetUtcNow();
}
