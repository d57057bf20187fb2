namespace UserOps.Application.Tags;

/// <param name="New">False: the draft says the same as the version that was there.</param>
public sealed record ActivatedTagView(string Key, TagState State, int Version, bool New, DateTimeOffset? ActivatedAt);
