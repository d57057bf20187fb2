using UserOps.Domain.Scoring.Value;

namespace UserOps.Domain.Scoring;

/// <summary>What a marketer may set about scoring.</summary>
public sealed record ScoringRules
{
    /// <summary>Only orders of the last so many days count; null: all.</summary>
    public int? WindowDays { get; init; }

    /// <summary>Four ascending cut points in days; null: quintiles of the data.</summary>
    public IReadOnlyList<int>? RecencyCuts { get; init; }

    /// <summary>Four ascending cut points in orders; null: quintiles of the data.</summary>
    public IReadOnlyList<int>? FrequencyCuts { get; init; }

    /// <summary>Four ascending cut points in major units of the workspace currency; null: quintiles of the data.</summary>
    public IReadOnlyList<decimal>? MonetaryCuts { get; init; }

    /// <summary>The map whose segment is shown first and counted in distribution and migration.</summary>
    public SegmentMap Map { get; init; } = SegmentMap.TenRules;

    public EightSplit EightSplit { get; init; } = new();

    public LifeCycleRules LifeCycle { get; init; } = new();

    public ValueRules Value { get; init; } = new();

    public RiskRules Risk { get; init; } = new();

    public IndexRules Index { get; init; } = new();
}
