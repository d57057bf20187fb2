using System.Globalization;
using UserOps.Application.Storage;

namespace UserOps.LocalHost.Storage;

/// <summary>One batch on its way to the file. Encoded on the caller's thread, so that the writer's only binds.</summary>
internal sealed class TableCommit : WriteJob<int>, IDisposable
{
    private readonly TableWrites _writes;
    private readonly PooledBytes _bytes;
    private readonly Range _partition;
    private readonly Part[] _parts;

    public TableCommit(TableWrites writes, TableKey partition, IReadOnlyList<Change> changes)
    {
        _writes = writes;
        _bytes = new(512 * changes.Count);
        _parts = new Part[changes.Count];
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
        : new CommitResult.Committed(Array.ConvertAll(_parts, part => part.Deletes ? null : part.NewETag.ToString(CultureInfo.InvariantCulture)));

    public void Dispose() => _bytes.Dispose();

    /// <returns>Position of the first change whose condition does not hold, or -1.</returns>
    protected override int Execute()
    {
        var partition = _bytes[_partition];
        for (var i = 0; i < _parts.Length; i++)
        {
            ref var part = ref _parts[i];
            part.Old = _writes.Find(partition, _bytes[part.Key]);
            if (!part.Holds)
            {
                return i;
            }
        }

        for (var i = 0; i < _parts.Length; i++)
        {
            ref var part = ref _parts[i];
            if (part.Deletes)
            {
                _writes.Delete(partition, _bytes[part.Key], part.Old);
            }
            else
            {
                part.NewETag = _writes.Put(partition, _bytes[part.Key], part.Old, _bytes[part.Body]);
            }
        }

        return -1;
    }

    private static long Parse(string etag) => long.TryParse(etag, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Part.NoETag;

    private Part Encode(Change change)
    {
        var key = Append(change.Key);
        var (properties, required) = change switch
        {
            Change.Insert insert => (insert.Properties, Part.Missing),
            Change.Replace replace => (replace.Properties, Parse(replace.ETag)),
            Change.Upsert upsert => (upsert.Properties, Part.Anything),
            Change.Delete delete => (null, delete.ETag is null ? Part.Present : Parse(delete.ETag)),
            _ => throw new ArgumentException($"A {change.GetType().Name} is no known change."),
        };
        var start = _bytes.Length;
        if (properties is not null)
        {
            RowCodec.Write(_bytes, properties);
        }

        return new() { Key = key, Body = start.._bytes.Length, Deletes = properties is null, Required = required };
    }

    private Range Append(TableKey key)
    {
        var start = _bytes.Length;
        _bytes.WriteUtf8(key.Value);
        return start.._bytes.Length;
    }

    private struct Part
    {
        public const long Missing = 0;
        public const long Present = -1;
        public const long Anything = -2;
        public const long NoETag = -3;

        public required Range Key;
        public required Range Body;
        public required bool Deletes;

        /// <summary>An ETag (these are positive), or one of the above.</summary>
        public required long Required;
        public StoredRow Old;
        public long NewETag;

        public readonly bool Holds => Required switch
        {
            Missing => Old.ETag is null,
            Present => Old.ETag is not null,
            Anything => true,
            _ => Old.ETag == Required,
        };
    }
}
