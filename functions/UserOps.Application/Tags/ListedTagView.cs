using UserOps.Domain.Tags;

namespace UserOps.Application.Tags;

/// <summary>A tag in the list.</summary>
/// <param name="Kind">Null: nobody defined it.</param>
/// <param name="Version">Of the definition; 0: none was ever in force.</param>
/// <param name="Coverage">How many people have it.</param>
/// <param name="LastMarked">When it last came to somebody who did not have it; null: never.</param>
/// <param name="Unused">No published journey or segment and no active rule names it.</param>
/// <param name="Stale">It came to nobody for as long as it holds, or for 90 days.</param>
public sealed record ListedTagView(string Key, TagState State, TagKind? Kind, int Version, long Coverage, DateTimeOffset? LastMarked, bool Unused, bool Stale);
