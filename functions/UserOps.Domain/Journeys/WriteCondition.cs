using System.Text.Json;
using UserOps.Domain.Segments;

namespace UserOps.Domain.Journeys;

/// <summary>The same text for the same condition, and one that <see cref="ReadCondition"/> reads back to it.</summary>
public delegate void WriteCondition(Utf8JsonWriter json, Condition condition);
