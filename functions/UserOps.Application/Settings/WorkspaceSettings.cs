using NodaTime;

namespace UserOps.Application.Settings;

/// <summary>What is true of the whole workspace. Every stored day and amount depends on zone and currency, so a data folder keeps the ones it was begun with.</summary>
public sealed record WorkspaceSettings
{
    /// <summary>IANA zone in which days are counted.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>ISO 4217. Amounts in others are kept and flagged, never added up.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>Of the shop or application, as people know it: <c>workspace.name</c> in templates. Null: a template that says it is refused when it is sent.</summary>
    public string? Name { get; init; }
}
