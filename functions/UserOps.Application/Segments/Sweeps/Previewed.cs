using UserOps.Domain;

namespace UserOps.Application.Segments.Sweeps;

/// <summary>How asking who would be in a segment ended.</summary>
public abstract record Previewed
{
    private Previewed()
    {
    }

    public sealed record Counted(PreviewView Preview) : Previewed;

    /// <summary>It takes longer, and goes on.</summary>
    public sealed record Running(PreviewView Preview) : Previewed;

    public sealed record Refused(IReadOnlyList<Mistake> Mistakes) : Previewed;
}
