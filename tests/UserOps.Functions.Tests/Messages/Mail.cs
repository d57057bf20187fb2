using UserOps.Application.Messages;
using UserOps.Functions.Messages;

namespace UserOps.Functions.Tests.Messages;

/// <summary>A message, and the sender through the real client.</summary>
internal static class Mail
{
    public static readonly EmailToSend ToAda = new()
    {
        To = "ada@example.com",
        Subject = "Kind of Blue",
        Html = "<p>In stock, Ada 😀</p>",
        PlainText = "In stock, Ada 😀",
        Headers = OneClickUnsubscribe.Headers(new("https://shop.example/u/abc")),
    };

    public static readonly Guid Operation = new("0c9e2ff2-2d3b-4ab5-9f5c-4d1e2c0b7a11");

    /// <summary>2026-01-05 09:00.</summary>
    public static readonly ManualClock Clock = new();

    public static AcsEmailSender Sender(MailService service, TimeSpan? patience = null) =>
        new(AcsEmailClient.Open(service.Account, patience), new(service.Account, "news@shop.example", "care@shop.example"), Clock);
}
