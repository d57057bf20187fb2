using UserOps.Domain;

namespace UserOps.Application.Events;

/// <summary>
/// Lets the workers of this process take turns at one user instead of overtaking each other under the profile's ETag. Only a courtesy: what is right does not hang on
/// it, since other processes do not ask here.
/// </summary>
internal sealed class UserTurns
{
    /// <summary>Users that share a turn wait for each other now and then; with so many it is rare, and memory does not grow with users.</summary>
    private const int Turns = 1_024;

    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, Turns).Select(_ => new SemaphoreSlim(1))];

    public async Task<T> TakeAsync<T>(string partition, Func<Task<T>> run, CancellationToken cancel)
    {
        var turn = _turns[TurnOf(partition)];
        await turn.WaitAsync(cancel);
        try
        {
            return await run();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>A string's own hash code is another one in each process, and a simulated run is to be repeated in the next.</summary>
    private static int TurnOf(string partition) => (int)(HashText.Spread(partition) % Turns);
}
