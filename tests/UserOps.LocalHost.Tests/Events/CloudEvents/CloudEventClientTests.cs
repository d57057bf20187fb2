using UserOps.Tests;

namespace UserOps.LocalHost.Tests.Events.CloudEvents;

public sealed class CloudEventClientTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly TestHost _host = shared.Host;

    [NodeFact(NodeScript.Folder)]
    public async Task The_SDK_delivers_a_structured_event_a_binary_one_and_a_batch()
    {
        var answers = await NodeScript.RunAsync("cloudevents.mjs", _host.Address, SharedHost.ServerKey);

        Assert.Equal(
            [
                """{"success":true,"accepted":1,"rejected":[]}""",
                """{"success":true,"accepted":1,"rejected":[]}""",
                """{"success":true,"accepted":3,"rejected":[]}""",
            ],
            answers.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        await _host.DrainedAsync();
        var user = await _host.UserAsync("grace");
        Assert.Equal("grace@crm.example", user.GetProperty("traits").GetProperty("email").GetString());
        var purchases = user.GetProperty("purchases");
        Assert.Equal((1, 24.50m), (purchases.GetProperty("orders").GetInt32(), purchases.GetProperty("amount").GetDecimal()));

        var timeline = await _host.TimelineAsync("grace");
        Assert.Equal(["Order Completed", "Order Refunded", "Plan Upgraded", "Signed Up"], timeline.Names().Order());
        Assert.All(timeline, item => Assert.Equal("cloudevents:https://crm.example/", item.GetProperty("source").GetString()));
    }
}
