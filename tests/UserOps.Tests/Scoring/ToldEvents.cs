using System.Collections.Concurrent;
using UserOps.Application.Events;
using UserOps.Domain.Events;

namespace UserOps.Tests.Scoring;

/// <summary>The queue's end of scoring: every event as often as it was told, and once by its id.</summary>
internal sealed class ToldEvents : IAcceptEvents
{
    public ConcurrentQueue<AddressedEvent> All { get; } = [];

    public IEnumerable<AddressedEvent> Distinct => All.DistinctBy(e => e.Event.Id);

    public IReadOnlyList<string> Lines => [.. Distinct.Select(Line).Order(StringComparer.Ordinal)];

    public Task RunAsync(IReadOnlyList<UserEvent> accepted, IReadOnlyList<RejectedEvent> rejected, CancellationToken cancel) =>
        throw new InvalidOperationException("Scoring knows its users' partitions.");

    public Task ToUsersAsync(IReadOnlyList<AddressedEvent> events, CancellationToken cancel)
    {
        foreach (var told in events)
        {
            All.Enqueue(told);
        }

        return Task.CompletedTask;
    }

    private static string Line(AddressedEvent told)
    {
        var properties = told.Event.Properties!.Value;
        return $"{told.UserKey} {told.Event.Name} {properties.GetProperty("from").GetString() ?? "-"}>{properties.GetProperty("to").GetString() ?? "-"} {properties.GetProperty("asOf").GetString()}";
    }
}
