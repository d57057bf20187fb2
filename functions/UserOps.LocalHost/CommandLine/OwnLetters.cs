using UserOps.Application.Operations;
using UserOps.Application.Storage;
using UserOps.LocalHost.Hosting;

namespace UserOps.LocalHost.CommandLine;

/// <summary>Those in the data folder, which this process has to itself.</summary>
internal sealed class OwnLetters(OpenHost host) : ILetterBox
{
    private readonly DeadLetters _letters = host.Services.GetRequiredService<DeadLetters>();

    public Task<DeadLetterPage> ListAsync(string? from, CancellationToken cancel) =>
        _letters.ListAsync(from is null ? null : (TableKey?)new TableKey(from), DeadLetters.Most, cancel);

    public async Task<bool> ReplayAsync(string id, CancellationToken cancel) => TableKey.TryParse(id, out var key) && await _letters.ReplayAsync(key, cancel);

    public Task<ReplayedLetters> ReplayOldestAsync(DateTimeOffset? before, CancellationToken cancel) =>
        _letters.ReplayAsync(before ?? host.Clock.GetUtcNow(), DeadLetters.Most, cancel);

    /// <summary>No loop runs in a command, so it handles them itself.</summary>
    public async Task<string> SettleAsync(long replayed, CancellationToken cancel)
    {
        await host.DrainAsync(cancel);
        return $"Handled {Text.Count(replayed, "dead letter")} again; those that failed once more are tried later, as any message.";
    }
}
