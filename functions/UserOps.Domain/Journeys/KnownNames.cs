using UserOps.Domain.Segments;

namespace UserOps.Domain.Journeys;

/// <summary>What a journey may name and only the application knows. A set that is null is not checked.</summary>
public sealed record KnownNames
{
    public static readonly KnownNames Unchecked = new();

    public IReadOnlySet<string>? Templates { get; init; }

    /// <summary>Those that are configured, such as <c>email</c>.</summary>
    public IReadOnlySet<string>? Channels { get; init; }

    /// <summary>Addresses that <see cref="Step.CallWebhook"/> may call.</summary>
    public IReadOnlySet<string>? Endpoints { get; init; }

    /// <summary>Those that can be started.</summary>
    public IReadOnlySet<string>? Journeys { get; init; }

    /// <summary>Those that people may have been in, archived ones too.</summary>
    public IReadOnlySet<string>? PastJourneys { get; init; }

    /// <summary>Kinds of coupons.</summary>
    public IReadOnlySet<string>? Coupons { get; init; }

    /// <summary>Of the marketer's own making.</summary>
    public IReadOnlySet<string>? Segments { get; init; }

    /// <summary>Names of tags that can't be put on any more.</summary>
    public IReadOnlySet<string>? RetiredTags { get; init; }

    /// <summary>Of these, what conditions may name.</summary>
    public ConditionNames InConditions => new() { Segments = Segments, RetiredTags = RetiredTags, Journeys = PastJourneys, Templates = Templates, Channels = Channels };
}
