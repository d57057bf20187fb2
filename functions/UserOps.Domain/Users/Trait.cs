using System.Text.Json;
using UserOps.Domain.Events;

namespace UserOps.Domain.Users;

/// <summary>One thing known about a person, and who said it last. A JSON null means it was taken back.</summary>
public sealed record Trait(string Name, JsonElement Value, Stamp Said);
