using System.Text.Json;

namespace UserOps.Domain.Scoring.Value;

/// <summary>Reasons as people write them: <c>failed-deliveries</c>.</summary>
public static class RiskReasonNames
{
    private static readonly (RiskReasons Reason, string Name)[] Named =
        [.. Enum.GetValues<RiskReasons>().Where(reason => reason != RiskReasons.None).Select(reason => (reason, JsonNamingPolicy.KebabCaseLower.ConvertName(reason.ToString())))];

    public static readonly IReadOnlyList<string> All = [.. Named.Select(named => named.Name)];

    public static IReadOnlyList<string> Of(RiskReasons reasons) => [.. Named.Where(named => reasons.HasFlag(named.Reason)).Select(named => named.Name)];
}
