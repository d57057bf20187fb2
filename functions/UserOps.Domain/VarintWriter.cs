namespace UserOps.Domain;

/// <summary>Writes signed integers of any size as zig-zag variable-length bytes, seven bits each, lowest first (the Protocol Buffers sint64 encoding).</summary>
public sealed class VarintWriter(int capacity)
{
    private byte[] _bytes = new byte[Math.Max(16, capacity)];
    private int _length;

    public void Write(long value)
    {
        if (_length + 10 > _bytes.Length)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        var rest = (ulong)((value << 1) ^ (value >> 63));
        while (rest >= 0x80)
        {
            _bytes[_length++] = (byte)(rest | 0x80);
            rest >>= 7;
        }

        _bytes[_length++] = (byte)rest;
    }

    public byte[] ToArray() => _bytes.AsSpan(0, _length).ToArray();
}
