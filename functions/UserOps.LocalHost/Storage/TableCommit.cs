using System.Globalization;
using UserOps.Application.Storage;

namespace UserOps.LocalHost.Storage;

/// <summary>One batch on its way to the file. Encoded on the caller's thread, so that the writer's only binds.</summary>
internal sealed class TableCommit : WriteJob<int>, IDisposable
{
    private readonly TableWrites _writes;
    private readonly PooledBytes _bytes;
    private readonly Range _partition;
    private readonly CommitPart[] _parts;

    public TableCommit(TableWrites writes, TableKey partition, IReadOnlyList<Change> changes)
    {
        _writes = writes;
        _bytes = new(512 * changes.Count);
        _parts = new CommitPart[changes.Count];
        _partition = Append(partition);
        for (var i = 0; i < changes.Count; i++)
        {
            _parts[i] = Encode(changes[i]);
        }
    }

    public override int Bytes => _bytes.Length;

    /// <summary>After the answer.</summary>
    /// <param name="conflict">The answer.</param>
    public CommitResult Result(int conflict) => conflict >= 0
        ? new CommitResult.Conflicted(conflict)
        : new CommitResult.Committed(Array.ConvertAll(_parts, part => part.New.ETag?.ToString(CultureInfo.InvariantCulture)));

    public void Dispose() => _bytes.Dispose();

    /// <returns>Position of the first change whose condition does not hold, or -1.</returns>
    protected override int Execute()
    {
        // Inserts come last to be checked and first to be written: trying one tells whether the row exists, and taking it back restores what was.
        var partition = _bytes[_partition];
        for (var i = 0; i < _parts.Length; i++)
        {
            if (!_parts[i].Inserts && !Find(partition, ref _parts[i]))
            {
                return FirstConflict(partition, i);
            }
        }

        for (var i = 0; i < _parts.Length; i++)
        {
            if (_parts[i].Inserts && !Insert(partition, ref _parts[i]))
            {
                TakeBack(partition, i);
                return i;
            }
        }

        for (var i = 0; i < _parts.Length; i++)
        {
            Apply(partition, ref _parts[i]);
        }

        return -1;
    }

    private static long Parse(string etag) =>
        long.TryParse(etag, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : CommitPart.NoETag;

    private bool Find(ReadOnlySpan<byte> partition, ref CommitPart part)
    {
        part.Old = _writes.Find(partition, _bytes[part.Key]);
        return part.Holds;
    }

    private int FirstConflict(ReadOnlySpan<byte> partition, int atLatest)
    {
        var first = 0;
        while (first < atLatest && (!_parts[first].Inserts || Find(partition, ref _parts[first])))
        {
            first++;
        }

        return first;
    }

    private bool Insert(ReadOnlySpan<byte> partition, ref CommitPart part)
    {
        part.New = _writes.Insert(partition, _bytes[part.Key], _bytes[part.Body]);
        return part.New.ETag is not null;
    }

    private void TakeBack(ReadOnlySpan<byte> partition, int end)
    {
        foreach (ref var part in _parts.AsSpan(0, end))
        {
            if (part.Inserts)
            {
                _writes.Delete(partition, _bytes[part.Key], part.New);
            }
        }
    }

    private void Apply(ReadOnlySpan<byte> partition, ref CommitPart part)
    {
        if (part.Deletes)
        {
            _writes.Delete(partition, _bytes[part.Key], part.Old);
        }
        else if (!part.Inserts)
        {
            part.New = part.Old.ETag is null
                ? _writes.Insert(partition, _bytes[part.Key], _bytes[part.Body])
                : _writes.Update(partition, _bytes[part.Key], part.Old, _bytes[part.Body]);
        }
    }

    private CommitPart Encode(Change change)
    {
        var key = Append(change.Key);
        var (properties, required) = change switch
        {
            Change.Insert insert => (insert.Properties, CommitPart.Missing),
            Change.Replace replace => (replace.Properties, Parse(replace.ETag)),
            Change.Upsert upsert => (upsert.Properties, CommitPart.Anything),
            Change.Delete delete => (null, delete.ETag is null ? CommitPart.Present : Parse(delete.ETag)),
            _ => throw new ArgumentException($"A {change.GetType().Name} is no known change."),
        };
        var start = _bytes.Length;
        if (properties is not null)
        {
            RowCodec.Write(_bytes, properties);
        }

        return new(key, start.._bytes.Length, properties is null, required);
    }

    private Range Append(TableKey key)
    {
        var start = _bytes.Length;
        _bytes.WriteUtf8(key.Value);
        return start.._bytes.Length;
    }
}
