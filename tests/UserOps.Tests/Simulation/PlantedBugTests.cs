using UserOps.Application.Journeys.Running;
using UserOps.Application.Messages;
using UserOps.Application.Storage;
using UserOps.Application.Users;

namespace UserOps.Tests.Simulation;

/// <summary>Bugs as somebody might write them: the simulator finds each of them within a hundred seeds.</summary>
public sealed class PlantedBugTests
{
    [Fact]
    public void What_must_follow_is_noted_outside_the_batch() =>
        AssertFound("", new() { PlantedInStore = store => new BentStore(store, changes => changes.Count == 1 ? changes : [.. changes.Where(change => !IsOutbox(change))]) });

    [Fact]
    public void A_wake_up_that_came_meanwhile_is_deleted_with_the_one_before() =>
        AssertFound("Lost wake-up", new() { PlantedInStore = store => new BentStore(store, changes => [.. changes.Select(change => IsWake(change) ? new Change.Delete { Key = change.Key } : change)]) });

    [Fact]
    public void An_alarm_is_set_after_the_run_that_relies_on_it() =>
        AssertFound("lost run", new() { PlantedInStore = store => new LateAlarms(store) });

    [Fact]
    public void The_providers_client_sends_again_by_itself() =>
        AssertFound("double send", new() { PlantedInSender = sender => new EagerSender(sender) });

    [Fact]
    public void Whoever_finds_a_claim_takes_silence_for_a_no() =>
        AssertFound("double send", new() { PlantedInSender = sender => new HastySender(sender) });

    private static void AssertFound(string how, SimulationOptions options)
    {
        for (var seed = 0; seed < 100; seed++)
        {
            if (Verdict.Of(seed, options).Broken.Any(broken => broken.Contains(how, StringComparison.OrdinalIgnoreCase)))
            {
                return;
            }
        }

        Assert.Fail("Not found within a hundred seeds.");
    }

    private static bool IsOutbox(Change change) => change.Key.Value.StartsWith(UserRow.OutboxPrefix, StringComparison.Ordinal);

    private static bool IsWake(Change change) => change is Change.Delete && change.Key.Value.StartsWith(AlarmKeys.Wakes, StringComparison.Ordinal);

    /// <summary>Writes something else than it was told.</summary>
    private class BentStore(ITableStore store, Func<IReadOnlyList<Change>, IReadOnlyList<Change>> bend) : ITableStore
    {
        public Task<Row?> GetAsync(TableKey partition, TableKey row, CancellationToken cancel) => store.GetAsync(partition, row, cancel);

        public Task<RowPage> QueryAsync(RowQuery query, CancellationToken cancel) => store.QueryAsync(query, cancel);

        public virtual Task<CommitResult> CommitAsync(TableKey partition, IReadOnlyList<Change> changes, CancellationToken cancel) =>
            store.CommitAsync(partition, bend(changes), cancel);
    }

    /// <summary>Holds each alarm back until the commit after it.</summary>
    private sealed class LateAlarms(ITableStore store) : BentStore(store, changes => changes)
    {
        private readonly List<(TableKey Partition, Change Alarm)> _held = [];

        public override async Task<CommitResult> CommitAsync(TableKey partition, IReadOnlyList<Change> changes, CancellationToken cancel)
        {
            if (changes is [Change.Upsert alarm] && partition.Value.StartsWith("alarm~", StringComparison.Ordinal) && char.IsDigit(alarm.Key.Value[0]))
            {
                _held.Add((partition, alarm));
                return new CommitResult.Committed(["later"]);
            }

            var result = await base.CommitAsync(partition, changes, cancel);
            foreach (var held in _held.ToArray())
            {
                await base.CommitAsync(held.Partition, [held.Alarm], cancel);
                _held.Remove(held);
            }

            return result;
        }
    }

    private sealed class EagerSender(IEmailSender sender) : IEmailSender
    {
        public async Task<EmailOutcome> SendAsync(EmailToSend message, Guid operationId, CancellationToken cancel) =>
            await sender.SendAsync(message, operationId, cancel) is var outcome && outcome is EmailOutcome.Unknown
                ? await sender.SendAsync(message, operationId, cancel)
                : outcome;

        public Task<EmailStanding> AskAsync(Guid operationId, CallWindow called, CancellationToken cancel) => sender.AskAsync(operationId, called, cancel);
    }

    private sealed class HastySender(IEmailSender sender) : IEmailSender
    {
        public Task<EmailOutcome> SendAsync(EmailToSend message, Guid operationId, CancellationToken cancel) => sender.SendAsync(message, operationId, cancel);

        public async Task<EmailStanding> AskAsync(Guid operationId, CallWindow called, CancellationToken cancel) =>
            await sender.AskAsync(operationId, called, cancel) is EmailStanding.Accepted accepted ? accepted : new EmailStanding.NotAccepted();
    }
}
