namespace UserOps.Tests.Journeys.Running;

/// <summary>What a scripted run does next. Between any two it is committed.</summary>
public abstract record RunMove
{
    private RunMove()
    {
    }

    public sealed record Step : RunMove;

    public sealed record Wait(TimeSpan For) : RunMove;

    public sealed record WaitForEvent(TimeSpan Timeout) : RunMove;

    /// <summary>Paused until an event comes.</summary>
    public sealed record Rest : RunMove;

    /// <summary>Throws so many times, then goes on.</summary>
    public sealed record Fail(int Times) : RunMove;
}
