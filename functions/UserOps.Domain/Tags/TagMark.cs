using UserOps.Domain.Events;

namespace UserOps.Domain.Tags;

/// <summary>What was last said of one tag: put on or taken off. Kept in both cases, or an older word that arrives later would win.</summary>
public sealed record TagMark(string Name, bool On, Stamp Said);
