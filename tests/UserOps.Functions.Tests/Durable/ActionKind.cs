namespace UserOps.Functions.Tests.Durable;

public enum ActionKind
{
    Activity,
    Timer,
    SubOrchestration,

    /// <summary>An event sent to another instance; nothing comes back.</summary>
    SendEvent,
}
