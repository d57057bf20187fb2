using UserOps.Domain.Users;

namespace UserOps.Application.Events;

/// <summary>How a chunk went in.</summary>
/// <param name="UserKey">The partition it led to.</param>
/// <param name="Profile">As written; null when nothing was new.</param>
/// <param name="Outbox">What must follow; null when nothing was new.</param>
/// <param name="Duplicates">Events that were in already: an earlier try may have died before it carried out what follows from them.</param>
/// <param name="Draining">Half-done merges met on the way to the user.</param>
/// <param name="Former">Users whose the identifier was before: a duplicate may be one of theirs.</param>
public sealed record Committed(
    string UserKey, Profile? Profile, Outbox? Outbox, int Applied, int Duplicates, IReadOnlyList<string> Draining, IReadOnlyList<string> Former);
