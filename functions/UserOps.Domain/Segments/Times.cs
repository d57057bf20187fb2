namespace UserOps.Domain.Segments;

/// <summary>How many events are asked for, both bounds included.</summary>
/// <param name="AtMost">Null: any number.</param>
public readonly record struct Times(int AtLeast, int? AtMost)
{
    public const int Highest = 10_000;

    public static readonly Times Once = new(1, null);

    public bool Allow(int count) => count >= AtLeast && !(count > AtMost);
}
