using UserOps.Application.Storage;

namespace UserOps.LocalHost.Clocks;

/// <summary>The clock's lead in row <c>clock</c> of partition <c>clock</c>; none: it was never put forward.</summary>
internal sealed class ClockLead(ITableStore store, VirtualClock clock)
{
    private const string Ticks = "ticks";
    private static readonly TableKey Key = "clock";

    public async Task RestoreAsync(CancellationToken cancel)
    {
        if (await store.GetAsync(Key, Key, cancel) is { } row)
        {
            clock.Raise(TimeSpan.FromTicks(row.Properties.Number(Ticks)));
        }
    }

    public Task SaveAsync(CancellationToken cancel) =>
        store.CommitAsync(Key, [new Change.Upsert(Properties.Of(Ticks, clock.Lead.Ticks)) { Key = Key }], cancel);
}
