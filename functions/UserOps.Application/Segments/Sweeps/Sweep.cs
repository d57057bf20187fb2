using System.Text.Json.Serialization;
using UserOps.Domain;

namespace UserOps.Application.Segments.Sweeps;

/// <summary>Goes through all users, in <see cref="Lanes"/> lanes side by side.</summary>
public sealed record Sweep
{
    /// <summary>Each has 16 of the 256 buckets.</summary>
    public const int Lanes = 16;

    /// <summary>26 characters of base32.</summary>
    public required string Id { get; init; }

    public required SweepKind Kind { get; init; }

    /// <summary>Key of the segment that it is about, or of the tag as <see cref="Domain.Tags.TagAudience"/> names it; empty for one after a night or of paths.</summary>
    public required string Segment { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The first turns come no earlier.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>After a night: those whose standing changed with a run of this day or a later one, counted from 1970-01-01; null: all, because segments ask about predictions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ScoredDay { get; init; }

    /// <summary>Of a preview: the segment that is tried, in canonical form. Of paths: what is asked, as it was sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Document { get; init; }

    /// <summary>Of a <see cref="SweepKind.Snapshot"/> and a <see cref="SweepKind.Clearing"/>: which.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Snapshot { get; init; }

    /// <summary>Somebody asked for it and reads what it came to; nobody has to look after it once it is done.</summary>
    [JsonIgnore]
    public bool IsAnswer => Kind is SweepKind.Preview or SweepKind.Paths;

    public static string NewId() => HashText.Of("sweep", Guid.NewGuid().ToString("N"));
}
