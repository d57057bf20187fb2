using System.Text.Json;
using UserOps.Domain.Orders;

namespace UserOps.Application.Events.Webhooks;

/// <summary>What an event carries besides its name, time and person.</summary>
internal readonly record struct EventContent(
    JsonElement? Properties = null, IReadOnlyDictionary<string, JsonElement>? Traits = null, OrderChange? Order = null);
