using System.Text.Json;

namespace UserOps.Domain.Segments;

/// <summary>The answer of a condition.</summary>
/// <param name="ValidUntil">The first instant at which it can change although nothing happens to the user; null: never.</param>
public readonly record struct Verdict(bool Holds, DateTimeOffset? ValidUntil)
{
    /// <summary>That a computed tag carries; null: it is none, or the person has it not.</summary>
    public JsonElement? Value { get; init; }
}
