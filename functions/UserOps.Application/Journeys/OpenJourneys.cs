using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace UserOps.Application.Journeys;

/// <summary>The journeys that people come into now, each in its last version.</summary>
public sealed partial class OpenJourneys(JourneyRows rows, FindJourney find, ILogger<OpenJourneys> logger)
{
    public async IAsyncEnumerable<JourneyVersion> RunAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var head in rows.AllAsync(cancel))
        {
            if (head is { State: JourneyState.Published, PausedAt: null } && await FindAsync(head, cancel) is { } version)
            {
                yield return version;
            }
        }
    }

    /// <summary>One that does not read, such as one that a later release wrote, is left out: every event of everybody comes by here.</summary>
    private async Task<JourneyVersion?> FindAsync(JourneyHead head, CancellationToken cancel)
    {
        try
        {
            return await find.RunAsync(head.Key, head.Version, cancel);
        }
        catch (InvalidDataException fault)
        {
            LogUnreadable(head.Key, head.Version, fault.Message);
            return null;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Nobody comes into version {Version} of journey {Journey}: {Reason}")]
    private partial void LogUnreadable(string journey, int version, string reason);
}
