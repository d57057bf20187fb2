using UserOps.Application.Segments;
using UserOps.Application.Segments.Sweeps;
using UserOps.Application.Storage;
using UserOps.Domain.Tags;

namespace UserOps.Application.Tags;

/// <summary>A tag as it is answered.</summary>
/// <param name="Draft">Null: nobody defined it.</param>
/// <param name="Active">The version in force, or that was until it was retired; null: none yet.</param>
/// <param name="Versions">The newest first.</param>
/// <param name="LastMarked">When it last came to somebody who did not have it; null: never.</param>
/// <param name="From">What the version in force is made of; null: there is none.</param>
/// <param name="BackFill">How far everybody was looked at since it was last put in force or retired; null: neither happened.</param>
public sealed record TagView(
    string Key,
    TagState State,
    TagKind? Kind,
    TagDraftView? Draft,
    TagVersionView? Active,
    IReadOnlyList<PublishedVersion> Versions,
    DateTimeOffset? RetiredAt,
    long Coverage,
    DateTimeOffset? LastMarked,
    TagLineage? From,
    SegmentUses UsedBy,
    SweepProgress? BackFill);
