namespace UserOps.Application.Paths;

/// <summary>Frequent items in a row.</summary>
/// <param name="Items">Of a step each <c>[name, count, users]</c>, of paths <c>[end, count, users, name, …]</c>; a name is its place in <see cref="StoredTally.Names"/>.</param>
internal sealed record StoredItems(long Total, long Error, IReadOnlyList<long[]> Items);
