using UserOps.Application.Storage;

namespace UserOps.Application.Operations;

/// <summary>One point read of a row that need not exist.</summary>
internal sealed class StoreProbe(ITableStore store) : IHealthProbe
{
    public string Name => "storage";

    public Task RunAsync(CancellationToken cancel) => store.GetAsync("health", "probe", cancel);
}
