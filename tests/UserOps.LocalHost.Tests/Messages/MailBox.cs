using Microsoft.Extensions.Logging.Abstractions;
using UserOps.Application.Messages;
using UserOps.LocalHost.Messages;
using UserOps.Tests;

namespace UserOps.LocalHost.Tests.Messages;

/// <summary>A sender over a folder of its own, and a message that has what mail makes difficult.</summary>
internal sealed class MailBox : IDisposable
{
    public static readonly Guid Operation = new("0c9e2ff2-2d3b-4ab5-9f5c-4d1e2c0b7a11");

    public const string Name = "0c9e2ff22d3b4ab59f5c4d1e2c0b7a11";

    /// <summary>Long enough that the subject takes several encoded words, which may not cut a character.</summary>
    public static readonly string Subject = string.Concat(Enumerable.Repeat("您好😀世界 Kind of Blue é ", 12)).Trim();

    public static readonly string Text = $".a dot\n..two\nFrom the start\r\n{new string('x', 3_000)}\n=3D 100% 您好😀\n";

    public static readonly string Html = $"<p>您好😀 &amp; {string.Concat(Enumerable.Repeat("长", 2_000))}</p>";

    private readonly TemporaryFolder _folder = new();

    public MailBox(FolderEmailSettings? settings = null)
    {
        Folder = new(_folder.File("mail"));
        Sender = new(Folder, settings ?? new("news@shop.example", "care@shop.example"), Clock, NullLogger<FolderEmailSender>.Instance);
    }

    /// <summary>2026-01-05 09:00.</summary>
    public ManualClock Clock { get; } = new();

    public MailFolder Folder { get; }

    public FolderEmailSender Sender { get; }

    public static EmailToSend Message(string to = "ada@example.com") => new()
    {
        To = to,
        Subject = Subject,
        PlainText = Text,
        Html = Html,
        Headers = OneClickUnsubscribe.Headers(new("https://shop.example/u/" + new string('a', 300))).Append(new("X-Campaign", "欢迎")).ToDictionary(),
    };

    public Task<EmailOutcome> SendAsync(EmailToSend? message = null, Guid? operation = null) => Sender.SendAsync(message ?? Message(), operation ?? Operation, default);

    public void Dispose() => _folder.Dispose();
}
