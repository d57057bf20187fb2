using UserOps.Application.Storage;

namespace UserOps.Application.Settings;

/// <summary>
/// Stored days and sums are in the zone and currency that the data was begun with: the first start writes both down (row <c>workspace</c> in partition
/// <c>workspace</c>), every later one compares.
/// </summary>
public sealed class PinWorkspace(ITableStore store, UserOpsSettings settings)
{
    private static readonly TableKey Key = "workspace";

    /// <returns>Null when the settings are those of the data; otherwise what to do about it, for a person.</returns>
    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var zone = settings.Workspace.Zone.Id;
        var currency = settings.Workspace.Currency;
        var first = new Change.Insert(Properties.Of(new("zone", zone), new("currency", currency))) { Key = Key };
        if (await store.GetAsync(Key, Key, cancel) is null && await store.CommitAsync(Key, [first], cancel) is CommitResult.Committed)
        {
            return null;
        }

        var row = await store.GetAsync(Key, Key, cancel) ?? throw new InvalidDataException("The workspace row vanished.");
        var (begunZone, begunCurrency) = (row.Properties.Text("zone"), row.Properties.Text("currency"));
        return (begunZone, begunCurrency) == (zone, currency)
            ? null
            : $"This data was begun with time zone {begunZone} and currency {begunCurrency}, but the settings say {zone} and {currency}. Its days and sums cannot be "
                + $"converted: set Workspace:TimeZone to {begunZone} and Workspace:Currency to {begunCurrency}, or begin anew in another data folder and import the orders there.";
    }
}
