namespace UserOps.Application.Orders.Import;

/// <summary>Lets one call through at a time: rows are read on one thread while chunks end on others.</summary>
internal sealed class OrderedWatch(IWatchImport inner) : IWatchImport
{
    private readonly Lock _gate = new();

    public void Reading(string columns)
    {
        lock (_gate)
        {
            inner.Reading(columns);
        }
    }

    public void Bad(BadRow row)
    {
        lock (_gate)
        {
            inner.Bad(row);
        }
    }

    public void Progress(ImportProgress progress)
    {
        lock (_gate)
        {
            inner.Progress(progress);
        }
    }
}
