using UserOps.Domain;

namespace UserOps.Application.Segments.Members;

/// <summary>What became of a change of a list.</summary>
/// <param name="Added">Who were not on it.</param>
/// <param name="Removed">Who were.</param>
/// <param name="Skipped">Lines or ids that name nobody; <paramref name="Mistakes"/> are the first.</param>
public sealed record ListedView(int Added, int Removed, int Skipped, IReadOnlyList<Mistake> Mistakes);
