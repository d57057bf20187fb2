using System.Text.Json;
using UserOps.Domain.Users;

namespace UserOps.Application.Events.Forms;

/// <summary>What a carrier (Standard Webhooks, CloudEvents, Event Grid) says around the data.</summary>
internal sealed record EventEnvelope
{
    public required string Source { get; init; }

    public required string DedupeKey { get; init; }

    public required long ContentHash { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Where an order names none.</summary>
    public required string Currency { get; init; }

    /// <summary>What the carrier calls the event's name.</summary>
    public required string TypeField { get; init; }

    public required JsonElement Type { get; init; }

    /// <summary>What the carrier calls the time.</summary>
    public required string TimeField { get; init; }

    public required JsonElement Time { get; init; }

    public required JsonElement Data { get; init; }

    /// <summary>Whom the carrier names, where the data names nobody.</summary>
    public Identifier? Subject { get; init; }
}
