namespace UserOps.Domain;

/// <summary>Reads what <see cref="VarintWriter"/> wrote.</summary>
public ref struct VarintReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public readonly bool AtEnd => _rest.IsEmpty;

    /// <summary>What was not read yet.</summary>
    public readonly ReadOnlySpan<byte> Rest => _rest;

    /// <exception cref="FormatException">The bytes end within a number, or the number is wider than 64 bits.</exception>
    public long Read()
    {
        ulong value = 0;
        for (var i = 0; i < 10 && i < _rest.Length; i++)
        {
            value |= (ulong)(_rest[i] & 0x7f) << (7 * i);
            if (_rest[i] < 0x80)
            {
                _rest = _rest[(i + 1)..];
                return (long)(value >> 1) ^ -(long)(value & 1);
            }
        }

        throw new FormatException("A variable-length integer is cut off or too long.");
    }
}
