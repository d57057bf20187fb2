using System.Runtime.CompilerServices;
using UserOps.Application.Events;
using UserOps.Application.Journeys.Running;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Events;

namespace UserOps.Application.Journeys.Simulation;

/// <summary>A person's stored events, by the time they happened.</summary>
internal sealed class ReadPast(ITableStore tables, JourneyRunRows runs)
{
    /// <param name="door">Name of the event that people come in by; null: they are started by hand.</param>
    /// <param name="tried">Journeys that are gone through: what earlier runs of theirs did to the person is left out.</param>
    /// <returns>Null: nothing in the time lets this person in.</returns>
    public async Task<PersonPast?> RunAsync(string userKey, SimulationSpan span, string? door, IReadOnlySet<string> tried, CancellationToken cancel)
    {
        var opening = door is null ? span.From : await FirstAsync(userKey, span, door, cancel);
        return opening is not { } open
            ? null
            // Before the first event that can let somebody in, an open journey changes nothing; history goes faster.
            : new(userKey, EventsAsync(userKey, UserRow.EventPrefix, open, tried, cancel), EventsAsync(userKey, UserRow.EventsFrom(open), span.To, tried, cancel));
    }

    private async Task<DateTimeOffset?> FirstAsync(string userKey, SimulationSpan span, string door, CancellationToken cancel)
    {
        await foreach (var row in tables.RowsAsync(new(userKey, UserRow.EventsFrom(span.From), UserRow.EventsFrom(span.To)), cancel))
        {
            if (IncomingEvent.Read(Documents.ReadBytes(row)).Event is { Name: var name, OccurredAt: var at } && name == door)
            {
                return at;
            }
        }

        return null;
    }

    private async IAsyncEnumerable<IncomingEvent> EventsAsync(
        string userKey, string from, DateTimeOffset to, IReadOnlySet<string> tried, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in tables.RowsAsync(new(userKey, from, UserRow.EventsFrom(to)), cancel))
        {
            var said = IncomingEvent.Read(Documents.ReadBytes(row));
            if (!await IsOfTriedAsync(userKey, said.Event, tried, cancel))
            {
                yield return said;
            }
        }
    }

    private async Task<bool> IsOfTriedAsync(string userKey, UserEvent said, IReadOnlySet<string> tried, CancellationToken cancel) =>
        said.Source == PerformStep.Source
        && said.DedupeKey.IndexOf('~', StringComparison.Ordinal) is > 0 and var end
        && TableKey.TryParse(said.DedupeKey[..end], out var run)
        && await runs.FindAsync(userKey, run.Value, cancel) is { Run.Journey: var journey }
        && tried.Contains(journey);
}
