using System.Text.Json;
using UserOps.Application.Operations;
using UserOps.Application.Storage;

namespace UserOps.LocalHost.CommandLine;

/// <summary>Those of a running host, over its HTTP routes.</summary>
internal sealed class RemoteLetters(RemoteHost host) : ILetterBox
{
    /// <summary>Bodies are listed too, so a page of 50 may have 3 MB.</summary>
    private const int Page = 50;

    public async Task<DeadLetterPage> ListAsync(string? from, CancellationToken cancel) =>
        Read<DeadLetterPage>(
            await host.SendAsync(HttpMethod.Get, $"api/dead-letters?limit={Page}{(from is null ? "" : "&from=" + Uri.EscapeDataString(from))}", cancel));

    /// <summary>An id is one segment of the path; dots alone would name another path, and so all letters.</summary>
    public async Task<bool> ReplayAsync(string id, CancellationToken cancel) =>
        TableKey.TryParse(id, out _)
        && id.Trim('.').Length > 0
        && await host.SendAsync(HttpMethod.Post, $"api/dead-letters/{Uri.EscapeDataString(id)}/replay", cancel) is not null;

    public async Task<ReplayedLetters> ReplayOldestAsync(DateTimeOffset? before, CancellationToken cancel) =>
        Read<ReplayedLetters>(
            await host.SendAsync(HttpMethod.Post, "api/dead-letters/replay" + (before is { } instant ? $"?before={instant.UtcDateTime:O}" : ""), cancel));

    public Task<string> SettleAsync(long replayed, CancellationToken cancel) =>
        Task.FromResult($"Gave {Text.Count(replayed, "dead letter")} back to {host.Address}, which handles them as any message.");

    private T Read<T>(byte[]? body)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body ?? [], JsonSerializerOptions.Web) ?? throw Other();
        }
        catch (JsonException)
        {
            throw Other();
        }
    }

    private RemoteHostException Other() => new(ExitCode.Failed, $"{host.Address} answered, but not with dead letters: is it a UserOps host?");
}
