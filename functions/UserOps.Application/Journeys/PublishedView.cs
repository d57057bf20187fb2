namespace UserOps.Application.Journeys;

/// <param name="New">False: the draft did the same as that version already.</param>
public sealed record PublishedView(string Key, JourneyState State, int Version, bool New, DateTimeOffset? PublishedAt);
