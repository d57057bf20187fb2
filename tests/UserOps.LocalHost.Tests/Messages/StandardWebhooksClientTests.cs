using System.Text;
using UserOps.Application.Events.Webhooks;
using UserOps.Application.Messages.Webhooks;
using UserOps.Application.Settings;
using UserOps.Tests;
using UserOps.Tests.Messages.Webhooks;

namespace UserOps.LocalHost.Tests.Messages;

/// <summary>What receivers verify with: the npm package standardwebhooks.</summary>
public sealed class StandardWebhooksClientTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    [NodeFact(NodeScript.Folder)]
    public async Task The_published_library_verifies_what_is_sent()
    {
        await using var receiver = await Receiver.StartAsync(200);
        var settings = new UserOpsSettings { Webhooks = new Dictionary<string, WebhookSettings> { ["crm"] = new(receiver.Url, Secret, AllowPrivate: true) } };
        using var send = new SendWebhook(settings, new WallClock(TimeProvider.System));
        const string said = """{"type":"journey.step","data":{"user":"重要客户 😀","step":"win-back"}}""";

        Assert.IsType<WebhookOutcome.Accepted>(await send.RunAsync(new("crm", "run-1.step.3", Encoding.UTF8.GetBytes(said)), default));

        var (headers, body) = Assert.Single(receiver.Calls);
        var verified = await NodeScript.RunAsync("standardwebhooks.mjs", Secret, headers["webhook-id"], headers["webhook-timestamp"], headers["webhook-signature"], body);
        Assert.Equal(said, verified.Trim());
    }
}
