using System.Text.Json;
using NodaTime;
using UserOps.Domain.Segments;

namespace UserOps.Domain.Journeys;

/// <summary>One step of a journey.</summary>
public abstract record Step
{
    private Step()
    {
    }

    /// <summary>Unique in the journey; what a run's row and a marketer's figures speak of.</summary>
    public required string Id { get; init; }

    /// <summary>The step after it; null: the run ends.</summary>
    public string? Next { get; init; }

    /// <param name="Channels">In the order in which they are tried: the first that reaches the person is taken.</param>
    /// <param name="Cheapest">Take the cheapest that reaches instead.</param>
    /// <param name="Purpose">What consent is asked for, such as <c>marketing</c> or <c>transactional</c>.</param>
    public sealed record Send(IReadOnlyList<string> Channels, bool Cheapest, string Template, string Purpose) : Step;

    public sealed record Wait(WaitUntil Until) : Step;

    /// <summary><see cref="Step.Next"/> once it has happened, <paramref name="OnTimeout"/> when time is over.</summary>
    /// <param name="Where">About the event; null: any of that name.</param>
    public sealed record WaitForEvent(string Event, Condition? Where, Period Timeout, string? OnTimeout) : Step;

    /// <summary>The first case that holds; else <see cref="Step.Next"/>.</summary>
    public sealed record Branch(IReadOnlyList<BranchCase> Cases) : Step;

    /// <summary>Always the same arm for the same person.</summary>
    public sealed record Split(IReadOnlyList<SplitArm> Arms) : Step;

    public sealed record Tag(IReadOnlyList<string> Add, IReadOnlyList<string> Remove) : Step;

    public sealed record SetProperty(string Name, JsonElement Value) : Step;

    /// <summary>Points, or a coupon of a kind.</summary>
    public sealed record Grant(int Points, string? Coupon) : Step;

    /// <param name="Endpoint">Name of a configured address.</param>
    /// <param name="Body">Sent beside who and where; null: nothing more.</param>
    public sealed record CallWebhook(string Endpoint, JsonElement? Body) : Step;

    public sealed record StartJourney(string Journey) : Step;

    public sealed record Exit(string Reason) : Step;
}
