using System.Text.Json;
using System.Text.Json.Serialization;
using UserOps.Application.Journeys.Shipped;

namespace UserOps.LocalHost.CommandLine;

/// <summary>Of a running host, over its HTTP routes.</summary>
internal sealed class RemoteShelf(RemoteHost host) : IShippedShelf
{
    private const string Path = "api/journeys/shipped";

    private static readonly JsonSerializerOptions Read = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public async Task<ShippedPage> ListAsync(CancellationToken cancel) => Answer<ShippedPage>(await host.SendAsync(HttpMethod.Get, Path, cancel), page => page.Journeys is not null);

    public async Task<ShippedAnswer> PublishAsync(IReadOnlyCollection<string> keys, string? language, CancellationToken cancel)
    {
        string[] query = [.. keys.Select(key => "key=" + Uri.EscapeDataString(key)), .. language is null ? (string[])[] : ["language=" + Uri.EscapeDataString(language)]];
        return Answer<ShippedAnswer>(
            await host.SendAsync(HttpMethod.Post, Path + (query.Length > 0 ? "?" + string.Join('&', query) : ""), cancel), answer => answer is { Templates: not null, Journeys: not null });
    }

    private T Answer<T>(byte[]? body, Func<T, bool> isWhole)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body ?? [], Read) is { } answer && isWhole(answer) ? answer : throw Other();
        }
        catch (JsonException)
        {
            throw Other();
        }
    }

    private RemoteHostException Other() => new(ExitCode.Failed, $"{host.Address} answered, but not with journeys: is it a UserOps host, and of this release?");
}
