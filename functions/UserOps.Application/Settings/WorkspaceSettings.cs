using NodaTime;

namespace UserOps.Application.Settings;

/// <summary>Figures that every stored day and amount depends on; a data folder keeps the ones it was begun with.</summary>
public sealed record WorkspaceSettings
{
    /// <summary>IANA zone in which days are counted.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>ISO 4217. Amounts in others are kept and flagged, never added up.</summary>
    public string Currency { get; init; } = "USD";
}
