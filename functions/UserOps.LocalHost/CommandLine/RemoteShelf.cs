using System.Text.Json;
using System.Text.Json.Serialization;
using UserOps.Application.Journeys.Shipped;
using UserOps.Application.Segments.Templates;

namespace UserOps.LocalHost.CommandLine;

/// <summary>Of a running host, over its HTTP routes.</summary>
internal sealed class RemoteShelf(RemoteHost host) : IShippedShelf
{
    private const string Path = "api/journeys/shipped";
    private const string Segments = "api/segments/templates";

    private static readonly JsonSerializerOptions Read = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public async Task<ShippedPage> ListAsync(CancellationToken cancel) => Answer<ShippedPage>(await host.SendAsync(HttpMethod.Get, Path, cancel), page => page.Journeys is not null);

    public async Task<ShippedAnswer> PublishAsync(IReadOnlyCollection<string> keys, string? language, CancellationToken cancel)
    {
        string[] query = [.. Named(keys), .. language is null ? (string[])[] : ["language=" + Uri.EscapeDataString(language)]];
        return Answer<ShippedAnswer>(
            await host.SendAsync(HttpMethod.Post, With(Path, query), cancel), answer => answer is { Templates: not null, Journeys: not null });
    }

    public async Task<SegmentTemplatePage> ListSegmentsAsync(CancellationToken cancel) =>
        Answer<SegmentTemplatePage>(await host.SendAsync(HttpMethod.Get, Segments, cancel), page => page.Templates is not null);

    public async Task<SegmentTemplateAnswer> PublishSegmentsAsync(IReadOnlyCollection<string> keys, CancellationToken cancel) =>
        Answer<SegmentTemplateAnswer>(await host.SendAsync(HttpMethod.Post, With(Segments, [.. Named(keys)]), cancel), answer => answer.Segments is not null);

    private static IEnumerable<string> Named(IEnumerable<string> keys) => keys.Select(key => "key=" + Uri.EscapeDataString(key));

    private static string With(string path, string[] query) => path + (query.Length > 0 ? "?" + string.Join('&', query) : "");

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

    private RemoteHostException Other() => new(ExitCode.Failed, $"{host.Address} answered, but not with what was asked for: is it a UserOps host, and of this release?");
}
