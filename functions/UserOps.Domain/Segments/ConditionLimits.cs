namespace UserOps.Domain.Segments;

/// <summary>How large a condition may be.</summary>
public static class ConditionLimits
{
    /// <summary>Conditions within conditions, the outermost counted.</summary>
    public const int Depth = 10;

    /// <summary>Conditions altogether, those of a <c>where</c> included.</summary>
    public const int Nodes = 200;

    /// <summary>Values of <c>in</c> and <c>notIn</c>.</summary>
    public const int Values = 100;

    /// <summary>Characters of a text to compare with.</summary>
    public const int TextLength = 500;

    /// <summary>Characters of a trait's, variable's, property's, tag's or event's name.</summary>
    public const int NameLength = 200;

    /// <summary>Events of a <c>sequence</c>.</summary>
    public const int Steps = 5;

    /// <summary>Characters of a segment's, journey's or template's key.</summary>
    public const int KeyLength = 60;

    /// <summary>Longest duration.</summary>
    public const int Years = 10;

    /// <summary>Longest time ahead of an anniversary.</summary>
    public const int AnniversaryDays = 366;
}
