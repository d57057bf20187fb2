using System.Collections.Concurrent;

namespace UserOps.LocalHost.Storage;

/// <summary>Reading connections, as many as ever read at the same time.</summary>
internal sealed class SqliteReaders(string path) : IDisposable
{
    private readonly ConcurrentBag<SqliteReader> _idle = [];

    public T Read<TArgument, T>(TArgument argument, Func<SqliteReader, TArgument, T> read)
    {
        if (!_idle.TryTake(out var reader))
        {
            reader = new(path);
        }

        try
        {
            return read(reader, argument);
        }
        finally
        {
            _idle.Add(reader);
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }
}
