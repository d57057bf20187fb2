namespace UserOps.Application.Tags.Many;

/// <summary>Properties of an event <c>Tags Changed</c> that a job made.</summary>
/// <param name="Job">Its id.</param>
/// <param name="From">Where the tag comes from; null: it is not imported.</param>
internal sealed record TaggedByJob(string Job, string? From);
