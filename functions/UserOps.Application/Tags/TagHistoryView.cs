namespace UserOps.Application.Tags;

/// <param name="Days">Ascending; nights that were not scored are missing.</param>
public sealed record TagHistoryView(string Key, IReadOnlyList<TagDayView> Days);
