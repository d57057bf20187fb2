using System.Collections.Concurrent;
using UserOps.Application.Storage;
using UserOps.Domain;

namespace UserOps.Application.Tags;

/// <summary>All tags that anybody ever had, defined or not: partition <c>tags</c>, a row for each under the hash of its name.</summary>
public sealed class TagNames(ITableStore tables)
{
    private const string Name = "name";
    private const int MostRemembered = 10_000;
    private static readonly TableKey Partition = "tags";

    private readonly ConcurrentDictionary<string, bool> _noted = new(StringComparer.Ordinal);

    /// <summary>Twice does no harm, and costs nothing in the same process.</summary>
    public async Task NoteAsync(string tag, CancellationToken cancel)
    {
        if (!_noted.ContainsKey(tag))
        {
            // A conflict means that it is there.
            await tables.CommitAsync(Partition, [new Change.Insert(Properties.Of(Name, tag)) { Key = HashText.Of("tag", tag) }], cancel);
            if (_noted.Count < MostRemembered)
            {
                _noted[tag] = true;
            }
        }
    }

    public IAsyncEnumerable<string> AllAsync(CancellationToken cancel) => tables.RowsAsync(new(Partition), cancel).Select(row => row.Properties.Text(Name));
}
