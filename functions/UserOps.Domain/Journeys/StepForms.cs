namespace UserOps.Domain.Journeys;

/// <summary>The types of steps as they are written, and the properties of each beside <c>id</c> and <c>type</c>.</summary>
internal static class StepForms
{
    public const string Send = "send";
    public const string Wait = "wait";
    public const string WaitForEvent = "waitForEvent";
    public const string Branch = "branch";
    public const string Split = "split";
    public const string Tag = "tag";
    public const string SetProperty = "setProperty";
    public const string Grant = "grant";
    public const string CallWebhook = "callWebhook";
    public const string StartJourney = "startJourney";
    public const string Exit = "exit";

    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Properties = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        [Send] = ["channel", "channels", "template", "purpose", "next"],
        [Wait] = ["for", "until", "next"],
        [WaitForEvent] = ["event", "where", "timeout", "onTimeout", "next"],
        [Branch] = ["cases", "next"],
        [Split] = ["arms"],
        [Tag] = ["add", "remove", "next"],
        [SetProperty] = ["name", "value", "next"],
        [Grant] = ["points", "coupon", "next"],
        [CallWebhook] = ["endpoint", "body", "next"],
        [StartJourney] = ["journey", "next"],
        [Exit] = ["reason"],
    };
}
