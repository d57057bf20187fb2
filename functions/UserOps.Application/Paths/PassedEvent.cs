namespace UserOps.Application.Paths;

/// <summary>Of a stored event what paths are made of; the rest of its document is passed over.</summary>
internal sealed record PassedEvent(string Source, string Name, DateTimeOffset OccurredAt);
