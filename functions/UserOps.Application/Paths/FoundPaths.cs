using UserOps.Domain;

namespace UserOps.Application.Paths;

/// <summary>How asking for paths ended.</summary>
public abstract record FoundPaths
{
    private FoundPaths()
    {
    }

    public sealed record Counted(PathsView Paths) : FoundPaths;

    /// <summary>It takes longer, and goes on.</summary>
    public sealed record Running(PathsView Paths) : FoundPaths;

    public sealed record Refused(IReadOnlyList<Mistake> Mistakes) : FoundPaths;
}
