namespace UserOps.Domain.Scoring;

/// <summary>Where a user stands between the first visit and being lost.</summary>
public enum LifeCycleStage
{
    /// <summary>新手.</summary>
    New,

    /// <summary>成长.</summary>
    Growing,

    /// <summary>成熟.</summary>
    Mature,

    /// <summary>沉睡.</summary>
    Dormant,

    /// <summary>流失.</summary>
    Churned,
}
