namespace UserOps.Domain.Messages;

/// <summary>How many messages at most; null: any number.</summary>
/// <param name="Day">On one of the person's calendar days.</param>
/// <param name="Week">On any seven calendar days in a row.</param>
public sealed record Cap(int? Day = null, int? Week = null)
{
    public static readonly Cap None = new();
}
