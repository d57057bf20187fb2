namespace UserOps.Domain.Segments;

/// <summary>What a field holds, which decides its operators.</summary>
[Flags]
public enum FieldType
{
    None = 0,

    /// <summary>Compared without regard to case.</summary>
    Text = 1,

    /// <summary>A text out of a list.</summary>
    Choice = 2,

    Number = 4,

    Instant = 8,

    /// <summary>A calendar day of the workspace.</summary>
    Day = 16,

    YesNo = 32,

    Tags = 64,

    /// <summary>Any JSON value; the operator says which type it must have. A text is read as a day or an instant by operators of those.</summary>
    Open = 128,

    /// <summary>A text out of a list, of which everybody has one.</summary>
    State = 256,

    /// <summary>Any number of texts out of a list.</summary>
    Set = 512,
}
