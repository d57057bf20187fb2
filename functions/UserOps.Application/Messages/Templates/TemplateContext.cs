using System.Text.Json;
using UserOps.Application.Recommendations;
using UserOps.Application.Scoring;
using UserOps.Domain.Users;

namespace UserOps.Application.Messages.Templates;

/// <summary>What a message to one person is made from.</summary>
public sealed record TemplateContext
{
    public required Profile Profile { get; init; }

    /// <summary>Null before the first scoring.</summary>
    public UserScore? Score { get; init; }

    /// <summary>What brought the person here; null: nothing did, as in a start by hand.</summary>
    public ContextEvent? Event { get; init; }

    /// <summary>Of the journey's run.</summary>
    public IReadOnlyDictionary<string, JsonElement> Variables { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>For the person, the best first; read only for templates that speak of them.</summary>
    public IReadOnlyList<Recommendation> Recommendations { get; init; } = [];

    /// <summary>What the person's tags carry, by name; of those that carry nothing true. Read only for templates that speak of them.</summary>
    public IReadOnlyDictionary<string, JsonElement> Tags { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>Null where there is none, as in a transactional message.</summary>
    public Uri? Unsubscribe { get; init; }

    public Uri? Preferences { get; init; }
}
