namespace UserOps.Application.Tags;

/// <summary>What names a tag.</summary>
/// <param name="CanRetire">Nothing does.</param>
/// <param name="Journeys">Published ones that ask for it, give it or take it.</param>
/// <param name="Segments">Published ones that are built from it.</param>
/// <param name="Tags">Active ones whose rules ask for it.</param>
/// <param name="Unreadable">What this release can't read and may name it: as <c>journeys/spring</c>.</param>
public sealed record TagUsageView(string Key, bool CanRetire, IReadOnlyList<string> Journeys, IReadOnlyList<string> Segments, IReadOnlyList<string> Tags, IReadOnlyList<string> Unreadable);
