using UserOps.Application.Http;

namespace UserOps.LocalHost.Hosting;

/// <summary>Who may call depends on who can reach the addresses.</summary>
/// <param name="Addresses">Null for a command that answers no requests.</param>
/// <param name="TrialKeys">
/// Whether the two write keys of the README are accepted. Everybody knows them, so never where a proxy may stand before this host, as a key of its own suggests.
/// </param>
internal sealed record ListenPolicy(ListenAddresses? Addresses, IAccessPolicy Access, bool TrialKeys = false)
{
    /// <param name="others">Keys of the settings, accepted besides that of the environment.</param>
    /// <returns>The policy, or why the host must not listen there.</returns>
    public static (ListenPolicy? Policy, string? Problem) Of(string? urls, IConfiguration configuration, IReadOnlyList<ApiKey> others)
    {
        if (urls is null)
        {
            return (new(null, new LoopbackAccess()), null);
        }

        if (ListenAddresses.Parse(urls) is not { } addresses)
        {
            return (null, $"'{urls}' is no address to listen on; write http://HOST:PORT, several separated by semicolons. For HTTPS put a proxy before it.");
        }

        if (configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            return (null, "Kestrel:Endpoints is set, which this host does not listen to; name its addresses with --urls.");
        }

        var (keys, problem) = OperatorKey.With(configuration[OperatorKey.Name], others);
        if (problem is not null)
        {
            return (null, problem);
        }

        if (keys.Count > 0)
        {
            return (new(addresses, new ApiKeyAccess(keys)), null);
        }

        var trial = !configuration.GetSection("WriteKeys").GetChildren().Any();
        return addresses.LoopbackOnly
            ? (new(addresses, new LoopbackAccess(trial), trial), null)
            : (null, $"{urls} can be reached from other machines, so {OperatorKey.Name} must be set, to at least {ApiKey.LeastLength} characters; callers then send it as "
                + "Authorization: Bearer or x-api-key. For this machine alone use http://127.0.0.1:PORT.");
    }
}
