using Microsoft.Extensions.Configuration;
using UserOps.Functions.Storage;

namespace UserOps.Functions.Hosting;

/// <summary>Whether this is Core Tools on Azurite: there and only there may keys that everybody knows stand in for those that were not set.</summary>
internal static class DevelopmentMachine
{
    /// <summary>Core Tools sets it to <c>Development</c>; the platform never does.</summary>
    private const string Environment = "AZURE_FUNCTIONS_ENVIRONMENT";

    /// <summary>How Azurite's accounts are named; their key is published, so that nothing real is in them.</summary>
    private const string Accounts = "AccountName=devstoreaccount";

    public static bool Is(IConfiguration configuration) =>
        configuration[Environment] == "Development"
        && configuration[StorageConnectionReader.Section] is { } connection
        && (connection.Contains("UseDevelopmentStorage=true", StringComparison.OrdinalIgnoreCase) || connection.Contains(Accounts, StringComparison.OrdinalIgnoreCase));
}
