using UserOps.Application.Journeys;
using UserOps.Application.Segments;
using UserOps.Domain;
using UserOps.Domain.Tags;

namespace UserOps.Application.Tags;

/// <summary>Reads a tag's definition against all that the application knows by name now.</summary>
public sealed class CheckTag(PublishedSegments published, GatherNames gather)
{
    private static readonly string[] OwnEvents = [TagUser.EventName, Door.SegmentEntered, Door.SegmentLeft];

    /// <param name="name">What it is stored under; null: nowhere yet.</param>
    public async Task<TagReading> RunAsync(ReadOnlyMemory<byte> document, string? name, CancellationToken cancel)
    {
        var known = await published.ReadAsync(cancel);
        var names = (await gather.RunAsync(cancel)).InConditions;
        return TagReader.Read(document.Span, names, known.Conditions) switch
        {
            TagReading.Of { Tag.Key: var own } when name is not null && own != name =>
                new TagReading.Wrong([new Mistake("/key", $"This tag is saved as '{name}'; the key says '{own}'.")]),
            TagReading.Of { Tag.Compute.Event: var counted } when OwnEvents.Contains(counted) =>
                new TagReading.Wrong([new Mistake("/compute/event", $"'{counted}' is what tags and segments themselves make known; a value computed of it could change for ever.")]),
            var reading => reading,
        };
    }
}
