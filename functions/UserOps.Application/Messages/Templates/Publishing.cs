using UserOps.Domain;

namespace UserOps.Application.Messages.Templates;

/// <summary>How an attempt to publish a draft ended.</summary>
public abstract record Publishing
{
    private Publishing()
    {
    }

    /// <summary>Its <see cref="StoredTemplate.Latest"/> is the version: a new one, or that of before where nothing has changed since.</summary>
    public sealed record Published(StoredTemplate Template) : Publishing;

    public sealed record Faulty(IReadOnlyList<Mistake> Mistakes) : Publishing;

    public sealed record NotFound : Publishing;
}
