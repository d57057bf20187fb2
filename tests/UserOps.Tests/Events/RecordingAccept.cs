using System.Text.Json;
using UserOps.Application.Events;
using UserOps.Application.Events.Rejections;
using UserOps.Domain.Events;

namespace UserOps.Tests.Events;

/// <summary>Keeps what an intake hands over, in the form in which a queue would: written and read again before the request ends.</summary>
internal sealed class RecordingAccept(RejectedEvents kept) : IAcceptEvents
{
    public List<UserEvent> Events { get; } = [];

    public List<RejectedEvent> Rejected { get; } = [];

    public async Task RunAsync(IReadOnlyList<UserEvent> accepted, IReadOnlyList<RejectedEvent> rejected, CancellationToken cancel)
    {
        foreach (var one in accepted)
        {
            var stored = JsonSerializer.SerializeToUtf8Bytes(one, EventJson.Compact.UserEvent);
            Events.Add(JsonSerializer.Deserialize(stored, EventJson.Compact.UserEvent)!);
        }

        Rejected.AddRange(rejected);
        await kept.AddAsync(rejected, cancel);
    }

    public Task ToUsersAsync(IReadOnlyList<AddressedEvent> events, CancellationToken cancel) => throw new NotSupportedException();
}
