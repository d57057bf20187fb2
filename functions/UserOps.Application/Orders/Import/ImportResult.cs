namespace UserOps.Application.Orders.Import;

/// <summary>How an import ended.</summary>
public abstract record ImportResult
{
    private ImportResult()
    {
    }

    public sealed record Finished(ImportReport Report) : ImportResult;

    /// <summary>Nothing was imported: the options do not fit the file.</summary>
    public sealed record Refused(string Reason) : ImportResult;
}
