namespace UserOps.Domain.Journeys;

/// <summary>What other steps need to know of one, gathered before and while steps are read.</summary>
internal sealed class StepOutline
{
    /// <summary>Of the step: <c>/steps/3</c>.</summary>
    public required string At { get; init; }

    /// <summary>Null: it is no object.</summary>
    public required JsonFields? Fields { get; init; }

    /// <summary>Null: it has none that others could name.</summary>
    public string? Id { get; init; }

    /// <summary>Null: none that there is.</summary>
    public string? Type { get; init; }

    /// <summary>Ids of the steps that may come next; null among them: the end.</summary>
    public List<string?> Ways { get; } = [];

    /// <summary>Time passes in it, whoever comes along.</summary>
    public bool Waits { get; set; }

    /// <summary>Where it leads can't be told, so nothing is said about what leads nowhere.</summary>
    public bool Broken { get; set; }
}
