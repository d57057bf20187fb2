namespace UserOps.Application.Storage;

/// <summary>
/// A partition or row key: 1 to 256 of <c>A–Z a–z 0–9 ~ . _ -</c>, in ordinal order. Narrower than what any adapter allows, so that a key good for one is good
/// for all; outside strings enter only as a hash.
/// </summary>
public readonly record struct TableKey : IComparable<TableKey>
{
    private static readonly System.Buffers.SearchValues<char> Allowed =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789~._-");

    /// <exception cref="ArgumentException">A character is not allowed, or the length is not 1 to 256.</exception>
    public TableKey(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length is 0 or > 256 || value.AsSpan().ContainsAnyExcept(Allowed))
        {
            throw new ArgumentException($"A key is 1 to 256 of A-Z a-z 0-9 ~ . _ -; this one has {value.Length} characters or others.", nameof(value));
        }

        Value = value;
    }

    public string Value { get => field ?? throw new InvalidOperationException("An empty key."); }

    /// <summary>For text from outside, which may be anything.</summary>
    public static bool TryParse(string? text, out TableKey key)
    {
        var valid = text is { Length: >= 1 and <= 256 } && !text.AsSpan().ContainsAnyExcept(Allowed);
        key = valid ? new(text!) : default;
        return valid;
    }

    public static implicit operator TableKey(string value) => new(value);

    public int CompareTo(TableKey other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
