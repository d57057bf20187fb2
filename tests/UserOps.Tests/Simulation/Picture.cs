using UserOps.Application.Events;
using UserOps.Application.Journeys.Running;
using UserOps.Application.Scoring;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.Domain;
using UserOps.Domain.Journeys;
using UserOps.Domain.Users;
using UserOps.Tests.Storage;

namespace UserOps.Tests.Simulation;

/// <summary>All users of a store as people would compare them: which partition somebody ended in is not part of it, nor how often anything was written.</summary>
internal sealed class Picture
{
    /// <summary>Between the parts of a line.</summary>
    public const string Between = " | ";

    private readonly ILookup<string, Row> _rows;
    private readonly Dictionary<string, Holder> _holders;

    public Picture(MemoryTableStore store)
    {
        _rows = store.Rows.ToLookup(row => row.Partition.Value);
        _holders = _rows.Where(rows => rows.Key.StartsWith(UserKeys.Prefix, StringComparison.Ordinal))
            .SelectMany(rows => rows.Where(row => row.Key.Value == UserRow.Profile))
            .ToDictionary(row => row.Partition.Value, HolderRow.Read);
    }

    public IReadOnlyDictionary<string, Holder> Holders => _holders;

    public IEnumerable<Profile> Profiles => _holders.Values.OfType<Holder.Here>().Select(here => here.Profile);

    public IEnumerable<Row> Rows => _rows.SelectMany(rows => rows);

    public IEnumerable<Row> RowsOf(string partition, string prefix) => _rows[partition].Where(row => row.Key.Value.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>The user whom an identifier leads to; null: nobody.</summary>
    public Profile? Find(Identifier identifier) => Current(World.Keys.Of(identifier)) is { } key && _holders.GetValueOrDefault(key) is Holder.Here here ? here.Profile : null;

    /// <summary>Runs of whoever is behind a key now, and those that were left where the person once was.</summary>
    public IEnumerable<JourneyRun> RunsOf(string key) =>
        _holders.Keys.Where(other => Current(other) == Current(key)).SelectMany(other => RowsOf(other, JourneyRunRows.Prefix)).Select(JourneyRunRows.Read);

    /// <summary>One line a user, in an order of their own, without what journeys did to them: that hangs on when their messages could go out.</summary>
    public IReadOnlyList<string> Lines() => [.. Profiles.Select(Line).Order(StringComparer.Ordinal)];

    private string? Current(string key)
    {
        for (var hops = 0; hops < 100; hops++)
        {
            if (_holders.GetValueOrDefault(key) is not Holder.MovedTo moved)
            {
                return key;
            }

            key = moved.UserKey;
        }

        return null;
    }

    private string Line(Profile profile)
    {
        var purchases = profile.Purchases.AsOf(Days.Of(new DateOnly(2027, 1, 1)));
        var events = RowsOf(profile.Key, UserRow.EventPrefix).Select(row => IncomingEvent.Read(Documents.ReadBytes(row)).Event).ToList();
        var own = events.FindAll(said => said.Source is PerformStep.Source or UserFold.PassageSource);
        var fact = _rows[FactRow.PartitionOf(profile.Key).Value].SingleOrDefault(row => row.Key == FactRow.Key(profile.Key));
        return string.Join(
            Between,
            [
                $"{profile.DisplayId}",
                $"seq={profile.Seq - own.Count}",
                $"{profile.FirstSeen:O} {(profile.LastSeen == events.Where(said => said.Source != UserFold.PassageSource).Max(said => said.OccurredAt) ? "" : "LAST SEEN AT ANOTHER TIME")} clamped={profile.ClampedEvents} reused={profile.ReusedKeys}",
                .. profile.Links.Select(link => $"{link.Identifier}{(Find(link.Identifier)?.Key == profile.Key ? "" : " LEADS ELSEWHERE")}"),
                .. profile.Tags.Where(tag => tag.Name != "newcomer").Select(tag => tag.ToString()),
                .. profile.Traits.Where(trait => trait.Name != "nudged").Select(trait => $"{trait.Name}={trait.Value.GetRawText()}"),
                .. (profile.Consents?.Entries ?? []).Select(entry => entry.ToString()),
                $"orders={purchases.Orders} amount={purchases.AmountMinor} facts={(fact is null ? "none" : FactRow.Read(fact).Purchases.Equals(profile.Purchases) ? "same" : "OTHER")}",
                .. profile.Conflicts.Select(conflict => conflict.Identifier).Distinct().Order().Where(identifier => Find(identifier)?.Key != profile.Key)
                    .Select(identifier => $"{identifier} is also of {Find(identifier)?.DisplayId}"),
                .. events.Except(own).Select(said => said.DedupeKey),
            ]);
    }
}
