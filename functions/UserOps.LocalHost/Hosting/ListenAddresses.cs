using System.Net;

namespace UserOps.LocalHost.Hosting;

/// <summary>Where the host listens, and whether only this machine can reach it there.</summary>
/// <param name="Urls">Separated by semicolons, as Kestrel takes them.</param>
public sealed record ListenAddresses(string Urls, bool LoopbackOnly)
{
    /// <summary>As Core Tools has it.</summary>
    public const string Default = "http://127.0.0.1:7071";

    /// <returns>Null when the text names no address.</returns>
    public static ListenAddresses? Parse(string urls)
    {
        var parts = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var loopback = true;
        foreach (var part in parts)
        {
            BindingAddress address;
            try
            {
                address = BindingAddress.Parse(part);
            }
            catch (FormatException)
            {
                return null;
            }

            if (address.Scheme != "http" || address.Port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort || address.IsUnixPipe || address.IsNamedPipe || address.PathBase.Length > 0)
            {
                return null;
            }

            loopback &= IsLoopback(address.Host);
        }

        return parts.Length == 0 ? null : new(string.Join(';', parts), loopback);
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
