using System.Text.Json.Serialization;
using UserOps.Domain;

namespace UserOps.Application.Segments.Snapshots;

/// <summary>Who was in a segment at an instant.</summary>
public sealed record Snapshot
{
    public const int NameLength = 100;

    /// <summary>26 characters of base32; with an idempotency key, or else a name, the same for every attempt.</summary>
    public required string Id { get; init; }

    public required string Segment { get; init; }

    /// <summary>Of the segment, at that instant.</summary>
    public required int Version { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    public SnapshotState State { get; init; } = SnapshotState.Taking;

    /// <summary>The instant that it is of.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The sweep that takes it, under whose id its people stand: of two who take the same snapshot at once, one writes in vain and clears up after itself.</summary>
    public required string TakenBy { get; init; }

    /// <summary>The sweep that throws it away; null: none does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ClearedBy { get; init; }

    /// <summary>How many were in; null: not counted yet.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Count { get; init; }

    public static string IdOf(string segment, string? key, string? name) =>
        HashText.Of($"snapshot~{segment}~{(key is not null ? "key" : name is not null ? "name" : "new")}", key ?? name ?? Guid.NewGuid().ToString("N"));
}
