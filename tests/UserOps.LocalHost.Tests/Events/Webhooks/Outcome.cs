using System.Text.Json;
using System.Text.Json.Nodes;

namespace UserOps.LocalHost.Tests.Events.Webhooks;

/// <summary>What a shop's deliveries came to, in a form that two shops can be compared in.</summary>
internal static class Outcome
{
    /// <summary>Users as they are read, with their timelines as sets; left out is what is the shop's own and when things came in.</summary>
    public static async Task<string> OfAsync(TestHost host, string shop, params string[] users)
    {
        var lines = new List<string>();
        foreach (var id in users)
        {
            lines.Add(Without(await host.UserAsync(id), "key"));
            lines.AddRange((await host.TimelineAsync(id)).Select(item => Without(item, "id", "receivedAt")).Order(StringComparer.Ordinal));
        }

        return string.Join('\n', lines).Replace(shop, "shop", StringComparison.Ordinal);
    }

    private static string Without(JsonElement element, params string[] names)
    {
        var node = JsonNode.Parse(element.GetRawText())!.AsObject();
        foreach (var name in names)
        {
            Assert.True(node.Remove(name), name);
        }

        return node.ToJsonString();
    }
}
