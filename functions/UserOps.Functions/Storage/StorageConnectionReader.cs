using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace UserOps.Functions.Storage;

/// <summary>
/// Reads section <c>UserOpsStorage</c>, in the form in which the queue triggers read it: a connection string, or <c>tableServiceUri</c> and <c>queueServiceUri</c> with
/// the app's identity. <c>credential</c> is <c>managedidentity</c> (with <c>clientId</c> for a user-assigned one), or absent for whatever identity is at hand.
/// Source: https://learn.microsoft.com/azure/azure-functions/functions-reference#common-properties-for-identity-based-connections
/// </summary>
public static class StorageConnectionReader
{
    /// <summary>The connection's name, in triggers too.</summary>
    public const string Section = "UserOpsStorage";

    public static StorageReading Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(Section);
        if (Text(section.Value) is { } connectionString)
        {
            return IsUsable(connectionString)
                ? new StorageReading.Usable(new KeyedConnection(connectionString))
                : Faulty($"{Section} is no connection string of a storage account with tables and queues.");
        }

        if (!section.Exists())
        {
            return Faulty($"{Section} is not set: set a connection string, or {Section}__tableServiceUri and {Section}__queueServiceUri.");
        }

        var messages = new List<string>();
        var tables = Address(section, "tableServiceUri", messages);
        var queues = Address(section, "queueServiceUri", messages);
        var credential = Credential(section, messages);
        return tables is not null && queues is not null && credential is not null
            ? new StorageReading.Usable(new IdentityConnection(tables, queues, credential))
            : new StorageReading.Faulty(messages);
    }

    private static StorageReading.Faulty Faulty(string message) => new([message]);

    private static string? Text(string? value) => value?.Trim() is { Length: > 0 } text ? text : null;

    private static bool IsUsable(string connectionString)
    {
        try
        {
            var connection = new KeyedConnection(connectionString);
            _ = connection.Table("probe", new TableClientOptions());
            _ = connection.Queue("probe", new());
            return true;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    // A token must not travel in the open.
    private static Uri? Address(IConfigurationSection section, string key, List<string> messages)
    {
        if (Uri.TryCreate(Text(section[key]), UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps)
        {
            return address;
        }

        messages.Add(Text(section[key]) is null ? $"{Section}__{key} is not set." : $"{Section}__{key} is no https address.");
        return null;
    }

    private static TokenCredential? Credential(IConfigurationSection section, List<string> messages)
    {
        var clientId = Text(section["clientId"]);
        switch (Text(section["credential"])?.ToUpperInvariant())
        {
            case "MANAGEDIDENTITY":
                return new ManagedIdentityCredential(clientId is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(clientId));
            case null:
                return new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = clientId });
            default:
                messages.Add($"{Section}__credential is neither 'managedidentity' nor absent.");
                return null;
        }
    }
}
