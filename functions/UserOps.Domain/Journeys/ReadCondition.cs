using System.Text.Json;
using UserOps.Domain.Segments;

namespace UserOps.Domain.Journeys;

/// <param name="at">Where <paramref name="json"/> stands in the journey, for the mistakes.</param>
/// <param name="known">What it may name.</param>
/// <returns>Null when it can't be read; the mistakes then say why.</returns>
public delegate Condition? ReadCondition(JsonElement json, string at, ConditionUse use, KnownNames known, ICollection<Mistake> mistakes);
