using System.Text;

namespace UserOps.LocalHost.Storage;

/// <summary>Takes a row's bytes apart from the front.</summary>
internal ref struct RowReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public byte Byte() => Take(1)[0];

    public ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("A stored row is damaged.");
    }

    public string Text() => Encoding.UTF8.GetString(Take((int)Varint()));

    public ReadOnlySpan<byte> Take(int count)
    {
        if ((uint)count > (uint)_rest.Length)
        {
            throw new InvalidDataException("A stored row is damaged.");
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
