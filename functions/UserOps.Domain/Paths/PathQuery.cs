using System.Collections.Immutable;
using UserOps.Domain.Segments;

namespace UserOps.Domain.Paths;

/// <summary>Which paths are asked for. <see cref="PathQueryReader"/> says how they are written in JSON.</summary>
public sealed record PathQuery
{
    public const int MostSteps = 5;
    public const int MostTop = 50;
    public const int MostExcluded = 50;
    public const int DefaultSteps = 3;
    public const int DefaultTop = 10;
    public static readonly TimeSpan DefaultSession = TimeSpan.FromDays(1);
    public static readonly TimeSpan LongestSession = TimeSpan.FromDays(30);
    public static readonly TimeSpan DefaultRange = TimeSpan.FromDays(30);

    /// <summary>The name that each path begins at, exactly as it is sent.</summary>
    public required string Event { get; init; }

    public PathDirection Direction { get; init; }

    /// <summary>Longest path, 1 to <see cref="MostSteps"/>.</summary>
    public int Steps { get; init; } = DefaultSteps;

    /// <summary>The event happened then or later.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The event happened before.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Nothing that happened later is looked at.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The longest time from one event to the next.</summary>
    public TimeSpan Session { get; init; } = DefaultSession;

    /// <summary>Names of events that are passed over.</summary>
    public ImmutableHashSet<string> Exclude { get; init; } = [];

    /// <summary>So many of each step, and of whole paths, are told.</summary>
    public int Top { get; init; } = DefaultTop;

    /// <summary>The same event several times in a row is once.</summary>
    public bool CollapseRepeats { get; init; } = true;

    /// <summary>Also what the suite itself made known, such as <c>Segment Entered</c>.</summary>
    public bool OwnEvents { get; init; }

    /// <summary>Whose; null: everybody's.</summary>
    public Condition? Who { get; init; }

    /// <summary>No path goes further from its event.</summary>
    public TimeSpan Reach => Session * Steps;

    /// <summary>Of the events that the answer depends on, both included.</summary>
    public (DateTimeOffset First, DateTimeOffset Last) Span => Direction == PathDirection.After
        ? (From - Session, Earlier(AsOf, Until + Reach))
        : (From - Reach, Earlier(AsOf, Until));

    public bool InRange(DateTimeOffset at) => From <= at && at < Until;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
