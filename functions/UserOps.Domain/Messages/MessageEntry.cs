using System.Text.Json.Serialization;

namespace UserOps.Domain.Messages;

/// <summary>The ledger's entry of one message of one run: at most one for a run, step and occurrence.</summary>
public sealed record MessageEntry
{
    public required string Run { get; init; }

    public required string Step { get; init; }

    public required int Occurrence { get; init; }

    public required string Journey { get; init; }

    public required int Version { get; init; }

    public required MessageState State { get; init; }

    /// <summary>When it came to this state.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The same for every attempt.</summary>
    public required Guid OperationId { get; init; }

    public required string Template { get; init; }

    public required string Purpose { get; init; }

    /// <summary>Null: none was chosen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Channel { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? TemplateVersion { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Language { get; init; }

    /// <summary>Why it was skipped or refused.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>The moment of sending.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>The day of the person's calendar that it counts for under the caps; null: it counts for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? CountedOn { get; init; }

    /// <summary>What reports about it name it by.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ProviderId { get; init; }

    /// <summary>In minor units of the workspace's currency.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public decimal CostMinor { get; init; }

    /// <summary>Keyed, as suppression knows it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AddressHash { get; init; }

    /// <summary>The last that the provider told: <c>delivered</c>, <c>bounced</c>, <c>failed</c>, <c>filtered</c>, <c>quarantined</c>, <c>suppressed</c>, <c>complained</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Delivery { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? DeliveryAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? OpenedAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ClickedAt { get; init; }
}
