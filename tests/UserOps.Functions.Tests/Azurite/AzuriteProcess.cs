using System.Diagnostics;
using System.Text.RegularExpressions;

namespace UserOps.Functions.Tests.Azurite;

/// <summary>
/// Azurite, in memory, on ports that the system gives it. The script it runs in ends when its standard input closes, so it never outlives the test run.
/// </summary>
internal sealed partial class AzuriteProcess : IDisposable
{
    private const string Folder = "tests/clients";

    /// <summary>How many accounts it is started with; the first is shared by tests that make tables and queues of their own.</summary>
    private const int Accounts = 40;

    /// <summary>Published with Azurite; it opens nothing else.</summary>
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly IReadOnlyDictionary<string, string> _endpoints;
    private int _lastAccount = 1;

    private AzuriteProcess(Process process, IReadOnlyDictionary<string, string> endpoints) => (_process, _endpoints) = (process, endpoints);

    /// <summary>Why tests that need it are skipped; null: they run.</summary>
    public static string? Missing => NodeFactAttribute.Missing(Folder, "azurite");

    public string ConnectionString => OfAccount(1);

    /// <summary>An account that nobody else has, for a whole app with the names of its own.</summary>
    public string NewAccount() => Interlocked.Increment(ref _lastAccount) is var number and <= Accounts
        ? OfAccount(number)
        : throw new InvalidOperationException($"Azurite was started with {Accounts} accounts.");

    public static async Task<AzuriteProcess> StartAsync()
    {
        var process = Process.Start(new ProcessStartInfo(
            "node",
            [
                "azurite.mjs", "--inMemoryPersistence", "--disableTelemetry", "--skipApiVersionCheck", "--silent",
                "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1", "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
            ])
        {
            WorkingDirectory = Path.Combine(Checkout.Root, Folder),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(1, Accounts).Select(number => $"{Name(number)}:{Key}")) },
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var endpoints = new Dictionary<string, string>();
        using var limit = new CancellationTokenSource(Patience);
        while (endpoints.Count < 3)
        {
            var line = await process.StandardOutput.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException($"Azurite did not start: {await error}");
            if (Listening().Match(line) is { Success: true } match)
            {
                endpoints.Add(match.Groups[1].Value, match.Groups[2].Value);
            }
        }

        // Read on, or a full pipe would stop it.
        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        return new(process, endpoints);
    }

    private static string Name(int account) => $"devstoreaccount{account}";

    private string OfAccount(int number) =>
        $"AccountName={Name(number)};AccountKey={Key};{string.Join(';', _endpoints.Select(e => $"{e.Key}Endpoint={e.Value}/{Name(number)}"))}";

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    [GeneratedRegex(@"Azurite (Blob|Queue|Table) service is successfully listening at (\S+)$")]
    private static partial Regex Listening();
}
