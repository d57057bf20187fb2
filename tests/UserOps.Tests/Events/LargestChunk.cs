using UserOps.Application.Events;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain.Events;
using UserOps.Domain.Orders;
using UserOps.Domain.Users;
using static UserOps.Tests.Said;

namespace UserOps.Tests.Events;

/// <summary>
/// The most that one commit may be asked to hold: a user with traits and identifiers of the largest allowed size, and two dozen events that are full of order facts,
/// which are stored once with the event and once with the order.
/// </summary>
public static class LargestChunk
{
    private const string EventBytes = "b0";

    /// <summary>What fills the profile: to be applied first.</summary>
    public static UserEvent[] Fill()
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, Profile.MaxTraits).Select(n =>
            Identify($"i{n}", User("ann", Noise(random, 512)), n, (Noise(random, 128), Noise(random, Profile.MaxTraitBytes - 2))))];
    }

    /// <summary>Together more than a chunk may hold, so that the first chunk is as full as any.</summary>
    public static UserEvent[] Events()
    {
        var random = new Random(2);
        return [.. Enumerable.Range(0, 30).Select(n => Order($"o{n}", User("ann", Noise(random, 512)), Noise(random, 100), 400 + n, Facts(random, n)))];
    }

    /// <summary>The commit of the first chunk, with events and orders as large as if nothing could be compressed.</summary>
    public static async Task<IReadOnlyList<Change>> CommitAsync()
    {
        var world = new World();
        await world.ApplyAsync(Fill());
        var largest = new List<Change>();
        world.Store.Before = operation =>
        {
            if (operation.Changes.Count > largest.Count)
            {
                largest = [.. operation.Changes];
            }

            return Task.CompletedTask;
        };
        await world.ApplyAsync(Events());
        var random = new Random(3);
        return [.. largest.Select(change => change switch
        {
            Change.Insert when change.Key.Value.StartsWith(UserRow.EventPrefix, StringComparison.Ordinal) => new Change.Insert(Incompressible(random)) { Key = change.Key },
            Change.Upsert when change.Key.Value.StartsWith(UserRow.OrderPrefix, StringComparison.Ordinal) => new Change.Upsert(Incompressible(random)) { Key = change.Key },
            _ => change,
        })];
    }

    private static Properties Incompressible(Random random)
    {
        var bytes = new byte[EventChunks.MaxBytes / EventChunks.MaxEvents];
        random.NextBytes(bytes);
        return Properties.Of(EventBytes, bytes);
    }

    private static OrderFact[] Facts(Random random, int day) =>
        [Placed(day), Total(day, 10_000_000), .. Enumerable.Range(0, 180).Select(i => Refunded(Noise(random, 100), day, i))];

    private static string Noise(Random random, int length) =>
        random.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", length);
}
