namespace UserOps.Application.Orders.Import;

/// <summary>Hears how an import goes on. Calls come one at a time, from any thread.</summary>
public interface IWatchImport
{
    /// <param name="columns">Which columns were taken for what, for a person.</param>
    void Reading(string columns);

    void Bad(BadRow row);

    void Progress(ImportProgress progress);
}
