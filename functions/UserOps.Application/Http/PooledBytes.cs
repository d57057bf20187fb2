using System.Buffers;

namespace UserOps.Application.Http;

/// <summary>A request body in a rented buffer. What was parsed from it ends with it, so dispose it only when the request is answered.</summary>
public sealed class PooledBytes : IDisposable
{
    private byte[] _buffer;
    private int _length;

    internal PooledBytes(int capacity) => _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(0, _length);

    public ReadOnlySpan<byte> Span => _buffer.AsSpan(0, _length);

    internal Span<byte> Writable => _buffer.AsSpan(0, _length);

    internal async Task FillAsync(Stream stream, CancellationToken cancel)
    {
        while (true)
        {
            if (_length == _buffer.Length)
            {
                var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
                _buffer.AsSpan(0, _length).CopyTo(larger);
                ArrayPool<byte>.Shared.Return(_buffer);
                _buffer = larger;
            }

            var got = await stream.ReadAsync(_buffer.AsMemory(_length), cancel);
            if (got == 0)
            {
                return;
            }

            _length += got;
        }
    }

    public void Dispose()
    {
        var buffer = Interlocked.Exchange(ref _buffer, []);
        _length = 0;
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
