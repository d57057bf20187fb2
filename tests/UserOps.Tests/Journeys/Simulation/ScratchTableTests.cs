using UserOps.Application.Journeys.Simulation;
using UserOps.Application.Storage;
using UserOps.Tests.Storage;

namespace UserOps.Tests.Journeys.Simulation;

public sealed class ScratchTableTests : TableStoreContract
{
    private readonly ScratchTable _store = new();

    protected override ITableStore Store => _store;

    [Fact]
    public async Task Cleared_it_is_empty_and_gives_no_ETag_twice()
    {
        var insert = new Change.Insert(Properties.None) { Key = "a" };
        var first = (CommitResult.Committed)await _store.CommitAsync("t", [insert], default);
        _store.Clear();

        Assert.Null(await _store.GetAsync("t", "a", default));
        var second = (CommitResult.Committed)await _store.CommitAsync("t", [insert], default);
        Assert.NotEqual(first.ETags[0], second.ETags[0]);
    }
}
