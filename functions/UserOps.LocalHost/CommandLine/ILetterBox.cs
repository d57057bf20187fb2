using UserOps.Application.Operations;

namespace UserOps.LocalHost.CommandLine;

/// <summary>The dead letters of one host: the one in the data folder, or one that runs elsewhere.</summary>
internal interface ILetterBox
{
    /// <param name="from">The <c>Next</c> of the page before; null: the oldest.</param>
    Task<DeadLetterPage> ListAsync(string? from, CancellationToken cancel);

    /// <returns>False when there is no such letter.</returns>
    Task<bool> ReplayAsync(string id, CancellationToken cancel);

    /// <param name="before">As the call before answered it; null: all that are there now.</param>
    Task<ReplayedLetters> ReplayOldestAsync(DateTimeOffset? before, CancellationToken cancel);

    /// <summary>To be called after the last letter.</summary>
    /// <returns>What became of them, for a person.</returns>
    Task<string> SettleAsync(long replayed, CancellationToken cancel);
}
