using Microsoft.Extensions.Configuration;
using UserOps.Functions.Queues;
using UserOps.Functions.Storage;

namespace UserOps.Functions.Tests.Storage;

public sealed class StorageConnectionReaderTests
{
    private const string Account = "DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net";

    [Theory]
    [InlineData(Account, "https://shop.table.core.windows.net/userops", "https://shop.queue.core.windows.net/userops-events")]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1/userops", "http://127.0.0.1:10001/devstoreaccount1/userops-events")]
    public void Connection_string_leads_to_its_account(string connectionString, string table, string queue)
    {
        var clients = Clients(("UserOpsStorage", connectionString));
        Assert.Equal(new Uri(table), clients.Table().Uri);
        Assert.Equal(new Uri(queue), clients.Queue(QueueNames.Events).Uri);
    }

    [Theory]
    [InlineData("managedidentity", null)]
    [InlineData("ManagedIdentity", "3f2504e0-4f89-11d3-9a0c-0305e82c3301")]
    [InlineData(null, null)]
    public void Addresses_lead_to_the_account_with_the_apps_identity(string? credential, string? clientId)
    {
        var clients = Clients(
            ("UserOpsStorage:tableServiceUri", "https://shop.table.core.windows.net"),
            ("UserOpsStorage:queueServiceUri", "https://shop.queue.core.windows.net/"),
            ("UserOpsStorage:credential", credential),
            ("UserOpsStorage:clientId", clientId));
        Assert.Equal(new Uri("https://shop.table.core.windows.net/userops"), clients.Table().Uri);
        Assert.Equal(new Uri("https://shop.queue.core.windows.net/userops-events"), clients.Queue(QueueNames.Events).Uri);
    }

    [Fact]
    public void Missing_connection_is_refused_with_what_to_set()
    {
        Assert.Contains("UserOpsStorage__tableServiceUri", Assert.Single(Faults()), StringComparison.Ordinal);
        Assert.Equal(["UserOpsStorage__queueServiceUri is not set."], Faults(("UserOpsStorage:tableServiceUri", "https://shop.table.core.windows.net")));
        Assert.Equal(
            ["UserOpsStorage__tableServiceUri is not set.", "UserOpsStorage__queueServiceUri is not set."], Faults(("UserOpsStorage:credential", "managedidentity")));
    }

    [Theory]
    [InlineData("UserOpsStorage", "AccountName=shop;AccountKey=c2VjcmV0IHdvcmQ")]
    [InlineData("UserOpsStorage", "c2VjcmV0IHdvcmQ")]
    [InlineData("UserOpsStorage:tableServiceUri", "http://c2VjcmV0IHdvcmQ.example")]
    [InlineData("UserOpsStorage:queueServiceUri", "c2VjcmV0IHdvcmQ")]
    [InlineData("UserOpsStorage:credential", "c2VjcmV0IHdvcmQ")]
    public void Wrong_value_is_refused_and_not_repeated(string key, string value)
    {
        var faults = Faults(
        [
            ("UserOpsStorage:tableServiceUri", "https://shop.table.core.windows.net"), ("UserOpsStorage:queueServiceUri", "https://shop.queue.core.windows.net"), (key, value),
        ]);
        Assert.StartsWith(key.Replace(":", "__", StringComparison.Ordinal), Assert.Single(faults), StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", faults[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Connection_shows_nothing_of_itself() => Assert.DoesNotContain("c2VjcmV0", Read(("UserOpsStorage", Account)).ToString(), StringComparison.Ordinal);

    private static AzureStorageClients Clients(params (string Key, string? Value)[] settings) =>
        new(Assert.IsType<StorageReading.Usable>(Read(settings)).Connection);

    private static IReadOnlyList<string> Faults(params (string Key, string? Value)[] settings) =>
        Assert.IsType<StorageReading.Faulty>(Read(settings)).Messages;

    private static StorageReading Read(params (string Key, string? Value)[] settings)
    {
        var values = new Dictionary<string, string?>();
        foreach (var (key, value) in settings)
        {
            values[key] = value;
        }

        return StorageConnectionReader.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
    }
}
