namespace UserOps.Application.Orders.Import;

/// <summary>Hears how an import goes on. Calls come one at a time, from any thread.</summary>
public interface IWatchImport
{
    /// <param name="columns">Which columns were taken for what, for a person.</param>
    void Reading(string columns);

    void Bad(BadRow row);

    /// <summary>First the file is read; now and then, how far.</summary>
    /// <param name="bytes">Of the file.</param>
    void Read(long rows, long bytes);

    /// <summary>Then its orders are applied.</summary>
    void Applied(long orders, long of);
}
