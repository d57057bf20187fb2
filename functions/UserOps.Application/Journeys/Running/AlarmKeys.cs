using UserOps.Application.Storage;

namespace UserOps.Application.Journeys.Running;

/// <summary>
/// Partitions <c>alarm~00</c> to <c>alarm~0f</c>, by the run. Rows in the order in which they are looked at: <c>-~{run}</c> a wake, <c>{UTC ticks, 19 digits}~{run}</c> due
/// at an instant, <c>late~{UTC ticks}~{run}</c> put off until an instant.
/// </summary>
internal static class AlarmKeys
{
    public const int Shards = TimedKeys.Shards;
    public const string Partitions = "alarm~";
    public const string Wakes = "-~";
    public const string Lates = "late~";

    private static readonly TimedKeys Timed = new(Partitions);

    public static TableKey Shard(int shard) => Timed.Shard(shard);

    public static TableKey ShardOf(string runId) => Timed.ShardOf(runId);

    public static TableKey Wake(string runId) => Wakes + runId;

    public static TableKey Due(string runId, DateTimeOffset at) => TimedKeys.At(at, runId);

    public static TableKey Late(string runId, DateTimeOffset at) => $"{Lates}{TimedKeys.At(at, runId)}";

    /// <summary>Due at <paramref name="now"/> or before.</summary>
    public static RowQuery DueBy(TableKey shard, DateTimeOffset now, int page) => TimedKeys.DueBy(shard, now, page);

    public static RowQuery LateBy(TableKey shard, DateTimeOffset now, int page) => TimedKeys.DueBy(shard, now, page, Lates);

    public static RowQuery WakesOf(TableKey shard, int page) => RowQuery.Prefix(shard, Wakes, page);

    public static RowQuery AllDue(TableKey shard, int page) => TimedKeys.All(shard, page);

    public static RowQuery AllLate(TableKey shard, int page) => RowQuery.Prefix(shard, Lates, page);

    /// <returns>No instant for a wake.</returns>
    public static (AlarmKind Kind, string RunId, DateTimeOffset? At) Parse(TableKey key)
    {
        var text = key.Value;
        if (text.StartsWith(Wakes, StringComparison.Ordinal))
        {
            return (AlarmKind.Wake, text[Wakes.Length..], null);
        }

        var late = text.StartsWith(Lates, StringComparison.Ordinal);
        return TimedKeys.Parse(late ? text.AsSpan(Lates.Length) : text) is var (at, runId)
            ? (late ? AlarmKind.Late : AlarmKind.Due, runId, at)
            : throw new InvalidDataException("The key of an alarm has a form that this version does not know.");
    }
}
