using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Application.Journeys.Simulation;

/// <param name="Name">As tracked: <c>Order Completed</c>.</param>
/// <param name="Properties">As tracked: with <c>order_id</c> and <c>total</c> it is an order.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record MadeUpEvent(string? Name, DateTimeOffset? At, JsonElement? Properties = null);
