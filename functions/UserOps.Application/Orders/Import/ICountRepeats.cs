namespace UserOps.Application.Orders.Import;

/// <summary>Counts how often each of any number of keys was seen, in memory that does not grow with them. For one import; not safe for several threads.</summary>
public interface ICountRepeats : IDisposable
{
    /// <returns>1 for the first time.</returns>
    int Next(UInt128 key);
}
