namespace UserOps.Domain.Segments;

/// <summary>How far a message came.</summary>
public enum MessageMark
{
    /// <summary>It went out, or may have: nobody could tell.</summary>
    Sent,

    /// <summary>The provider said so, or the person showed it by opening it.</summary>
    Delivered,

    /// <summary>A click counts too: whoever shows no pictures is not seen to open anything.</summary>
    Opened,

    Clicked,

    /// <summary>The provider did not take it.</summary>
    Refused,
}
