using UserOps.Domain;

namespace UserOps.Application.Messages.Templates;

/// <summary>How an attempt to show a message ended.</summary>
public abstract record Previewing
{
    private Previewing()
    {
    }

    /// <summary>With a message, or with what would keep this person from getting one.</summary>
    public sealed record Tried(Rendering Rendering) : Previewing;

    public sealed record Faulty(IReadOnlyList<Mistake> Mistakes) : Previewing;

    public sealed record NoSuchUser : Previewing;

    public sealed record NoSuchTemplate : Previewing;
}
