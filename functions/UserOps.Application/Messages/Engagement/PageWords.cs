using System.Collections.Frozen;

namespace UserOps.Application.Messages.Engagement;

/// <summary>The words of the pages behind links, in one language. Names of channels and purposes that the suite does not know are shown as they are set.</summary>
internal sealed record PageWords
{
    public static readonly PageWords English = new()
    {
        Language = PageLanguage.English,
        AskTitle = "Unsubscribe?",
        Ask = "You will get no more of this:",
        Unsubscribe = "Unsubscribe",
        DoneTitle = "You are unsubscribed",
        Done = "You will get no more of this:",
        Preferences = "All my message settings",
        PreferencesTitle = "My message settings",
        PreferencesNote = "Tick what you want to get.",
        Save = "Save",
        Saved = "Saved. It holds from now on.",
        RefuseAll = "Unsubscribe from everything",
        RefuseAllNote = "Messages about your own orders and account still come.",
        LostTitle = "This link does not work",
        Lost = "It may be cut off. Please open it from the message once more.",
        ExpiredTitle = "This link is over",
        Expired = "The message is too old for it.",
        BusyTitle = "Too many requests",
        Busy = "Please try again in a minute.",
        Shown = Names(("email", "E-mail"), ("sms", "Text message"), ("inbox", "In the app"), ("push", "Push notification"), ("marketing", "Offers and news"), ("transactional", "My orders and account")),
    };

    public static readonly PageWords Chinese = new()
    {
        Language = PageLanguage.Chinese,
        AskTitle = "确认退订？",
        Ask = "退订后，您将不再收到：",
        Unsubscribe = "退订",
        DoneTitle = "已退订",
        Done = "您将不再收到：",
        Preferences = "我的全部消息设置",
        PreferencesTitle = "我的消息设置",
        PreferencesNote = "勾选您愿意接收的内容。",
        Save = "保存",
        Saved = "已保存，立即生效。",
        RefuseAll = "全部退订",
        RefuseAllNote = "与您本人的订单和账户有关的通知仍会发送。",
        LostTitle = "链接无效",
        Lost = "链接可能不完整，请从原消息中重新打开。",
        ExpiredTitle = "链接已过期",
        Expired = "这条消息时间太久，链接已失效。",
        BusyTitle = "请求过于频繁",
        Busy = "请一分钟后再试。",
        Shown = Names(("email", "邮件"), ("sms", "短信"), ("inbox", "站内信"), ("push", "推送通知"), ("marketing", "优惠与资讯"), ("transactional", "我的订单与账户")),
    };

    public required string Language { get; init; }

    public required string AskTitle { get; init; }

    public required string Ask { get; init; }

    public required string Unsubscribe { get; init; }

    public required string DoneTitle { get; init; }

    public required string Done { get; init; }

    public required string Preferences { get; init; }

    public required string PreferencesTitle { get; init; }

    public required string PreferencesNote { get; init; }

    public required string Save { get; init; }

    public required string Saved { get; init; }

    public required string RefuseAll { get; init; }

    public required string RefuseAllNote { get; init; }

    public required string LostTitle { get; init; }

    public required string Lost { get; init; }

    public required string ExpiredTitle { get; init; }

    public required string Expired { get; init; }

    public required string BusyTitle { get; init; }

    public required string Busy { get; init; }

    public required FrozenDictionary<string, string> Shown { get; init; }

    public static PageWords In(string language) => language == PageLanguage.Chinese ? Chinese : English;

    /// <summary>Of a channel or purpose.</summary>
    public string NameOf(string name) => Shown.GetValueOrDefault(name, name);

    private static FrozenDictionary<string, string> Names(params (string Name, string Shown)[] names) =>
        names.ToFrozenDictionary(name => name.Name, name => name.Shown, StringComparer.Ordinal);
}
