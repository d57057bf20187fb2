using Microsoft.Extensions.Logging;
using UserOps.Application.Storage;
using UserOps.Application.Tags;
using UserOps.Domain.Segments;
using UserOps.Domain.Tags;

namespace UserOps.Application.Segments;

/// <summary>The published segments and the tags that are defined: asked for with every event, and up to <see cref="Freshness"/> old where another process publishes.</summary>
public sealed partial class PublishedSegments
{
    private readonly SegmentRows _rows;
    private readonly TagRows _tags;
    private readonly ILogger<PublishedSegments> _logger;
    private readonly FreshCopy<SegmentSet> _copy;
    private volatile Known _last = new(null, SegmentSet.Empty);

    public PublishedSegments(SegmentRows rows, TagRows tags, TimeProvider clock, ILogger<PublishedSegments> logger)
    {
        (_rows, _tags, _logger) = (rows, tags, logger);
        _copy = new(ReadAsync, clock);
    }

    public static TimeSpan Freshness => FreshCopy<SegmentSet>.Freshness;

    public Task<SegmentSet> RunAsync(CancellationToken cancel) => _copy.RunAsync(cancel);

    /// <summary>Something was published, archived or retired here.</summary>
    public void Forget() => _copy.Forget();

    /// <summary>As they are stored now. Where nothing was published, archived or retired since the last time, that is one read of the row that all of these write.</summary>
    public async Task<SegmentSet> ReadAsync(CancellationToken cancel)
    {
        var (change, last) = ((await _rows.GraphAsync(cancel))?.ETag, _last);
        if (change == last.Change)
        {
            return last.Set;
        }

        var segments = new List<PublishedSegment>();
        await foreach (var head in _rows.AllAsync(cancel))
        {
            if (head.State == SegmentState.Published)
            {
                segments.Add(last.Set.Find(head.Key) is { Definition: not null } known && known.Version == head.Version ? known : await FindAsync(head, cancel));
            }
        }

        var tags = new List<DefinedTag>();
        await foreach (var head in _tags.AllAsync(cancel))
        {
            if (head.State != TagState.Draft)
            {
                var (known, retired) = (last.Set.Tags.Find(head.Name), head.State == TagState.Retired);
                tags.Add(known is { Definition: not null } && known.Version == head.Version ? known with { Retired = retired } : await FindAsync(head, retired, cancel));
            }
        }

        return (_last = new(change, new(segments, new(tags)))).Set;
    }

    private async Task<PublishedSegment> FindAsync(SegmentHead head, CancellationToken cancel)
    {
        var stored = await _rows.VersionAsync(head.Key, head.Version, cancel) ?? throw new InvalidDataException($"Segment {head.Key} has no version {head.Version}.");

        // Names are not checked again: what was there when it was published can't be archived since.
        var reading = SegmentReader.Read(stored.Document);
        if (reading is SegmentReading.Wrong { Mistakes: [var first, ..] })
        {
            LogUnreadable(head.Key, head.Version, $"{first.At}: {first.What}");
        }

        return new(head.Key, head.Version, head.Kind, (reading as SegmentReading.Of)?.Segment);
    }

    private async Task<DefinedTag> FindAsync(TagHead head, bool retired, CancellationToken cancel)
    {
        var stored = await _tags.VersionAsync(head.Name, head.Version, cancel) ?? throw new InvalidDataException($"A tag has no version {head.Version}.");
        var reading = TagReader.Read(stored.Document);
        if (reading is TagReading.Wrong { Mistakes: [var first, ..] })
        {
            LogUnreadable(TagAudience.Of(head.Name), head.Version, $"{first.At}: {first.What}");
        }

        return new(head.Name, head.Version, retired, (reading as TagReading.Of)?.Tag);
    }

    /// <param name="Change">ETag of the row of <see cref="AudienceGraph"/> as it was read before; null: nothing was ever published.</param>
    private sealed record Known(string? Change, SegmentSet Set);

    [LoggerMessage(1, LogLevel.Error, "Nobody comes into or leaves version {Version} of segment {Segment}: {Reason}")]
    private partial void LogUnreadable(string segment, int version, string reason);
}
