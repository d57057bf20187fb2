using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Sending;

/// <summary>What a message waits for, as runs keep it: never changed.</summary>
internal static class Because
{
    /// <summary>Its place in the line before the channel's pacer.</summary>
    public const string Pace = "pace";

    public static string Code(this GateDelay delay) => delay == GateDelay.QuietHours ? "quiet-hours" : "capped";
}
