using System.Globalization;
using UserOps.Application.Storage;
using UserOps.Domain;

namespace UserOps.Application.Journeys.Running;

/// <summary>
/// Partitions <c>alarm~00</c> to <c>alarm~0f</c>, by the run. Rows in the order in which they are looked at: <c>-~{run}</c> a wake, <c>{UTC ticks, 19 digits}~{run}</c> due
/// at an instant, <c>late~{UTC ticks}~{run}</c> put off until an instant.
/// </summary>
internal static class AlarmKeys
{
    public const int Shards = 16;
    public const string Partitions = "alarm~";
    public const string Wakes = "-~";
    public const string Lates = "late~";
    private const int Digits = 19;

    public static TableKey Shard(int shard) => shard is >= 0 and < Shards
        ? Partitions + shard.ToString("x2", CultureInfo.InvariantCulture)
        : throw new ArgumentOutOfRangeException(nameof(shard), shard, "There are 16 shards.");

    /// <summary>Every character counts, since a run's id need not have its entropy in any particular one.</summary>
    public static TableKey ShardOf(string runId)
    {
        var hash = HashText.Spread(runId);
        return Shard((int)((hash ^ (hash >> 16)) & (Shards - 1)));
    }

    public static TableKey Wake(string runId) => Wakes + runId;

    public static TableKey Due(string runId, DateTimeOffset at) => $"{Ticks(at)}~{runId}";

    public static TableKey Late(string runId, DateTimeOffset at) => $"{Lates}{Ticks(at)}~{runId}";

    /// <summary>Due at <paramref name="now"/> or before.</summary>
    public static RowQuery DueBy(TableKey shard, DateTimeOffset now, int page) => new(shard, "0", Ticks(now) + "~~", page);

    public static RowQuery LateBy(TableKey shard, DateTimeOffset now, int page) => new(shard, Lates, $"{Lates}{Ticks(now)}~~", page);

    public static RowQuery WakesOf(TableKey shard, int page) => RowQuery.Prefix(shard, Wakes, page);

    public static RowQuery AllDue(TableKey shard, int page) => new(shard, "0", "A", page);

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
        var rest = late ? text.AsSpan(Lates.Length) : text;
        return rest.Length > Digits + 1 && rest[Digits] == '~' && long.TryParse(rest[..Digits], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            ? (late ? AlarmKind.Late : AlarmKind.Due, rest[(Digits + 1)..].ToString(), new DateTimeOffset(ticks, TimeSpan.Zero))
            : throw new InvalidDataException("The key of an alarm has a form that this version does not know.");
    }

    private static string Ticks(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);
}
