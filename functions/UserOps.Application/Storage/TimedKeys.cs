using System.Globalization;
using UserOps.Domain;

namespace UserOps.Application.Storage;

/// <summary>
/// Rows that are looked for by the instant at which something is due, in 16 partitions <c>{prefix}00</c> to <c>{prefix}0f</c> by whom they are about:
/// <c>{UTC ticks, 19 digits}~{id}</c>, so that those that are due stand in front.
/// </summary>
/// <param name="partitions">Such as <c>alarm~</c>.</param>
internal sealed class TimedKeys(string partitions)
{
    public const int Shards = 16;
    private const int Digits = 19;

    public TableKey Shard(int shard) => shard is >= 0 and < Shards
        ? partitions + shard.ToString("x2", CultureInfo.InvariantCulture)
        : throw new ArgumentOutOfRangeException(nameof(shard), shard, "There are 16 shards.");

    /// <summary>Every character counts, since an id need not have its entropy in any particular one.</summary>
    public TableKey ShardOf(string id)
    {
        var hash = HashText.Spread(id);
        return Shard((int)((hash ^ (hash >> 16)) & (Shards - 1)));
    }

    public static string At(DateTimeOffset at, string id) => $"{Ticks(at)}~{id}";

    /// <summary>Due at <paramref name="now"/> or before.</summary>
    /// <param name="prefix">Stands before the instant; null: nothing.</param>
    public static RowQuery DueBy(TableKey shard, DateTimeOffset now, int page, string? prefix = null) => new(shard, prefix ?? "0", $"{prefix}{Ticks(now)}~~", page);

    /// <summary>Whatever has no prefix.</summary>
    public static RowQuery All(TableKey shard, int page) => new(shard, "0", "A", page);

    /// <returns>Null: it is none of these keys.</returns>
    public static (DateTimeOffset At, string Id)? Parse(ReadOnlySpan<char> key) =>
        key.Length > Digits + 1 && key[Digits] == '~' && long.TryParse(key[..Digits], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            ? (new DateTimeOffset(ticks, TimeSpan.Zero), key[(Digits + 1)..].ToString())
            : null;

    private static string Ticks(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);
}
