using Microsoft.Extensions.Configuration;
using UserOps.Application.Messages;

namespace UserOps.Functions.Messages;

/// <summary>
/// <c>Email:Endpoint</c> with a managed identity, or <c>Email:ConnectionString</c> for local use; with either <c>Email:Sender</c>. Half of it is refused: a host that
/// seems to send and does not is found out too late.
/// </summary>
public static class EmailSettingsReader
{
    private const string Section = "Email";
    private const string Endpoint = "Email:Endpoint";
    private const string ClientId = "Email:ClientId";
    private const string ConnectionString = "Email:ConnectionString";
    private const string Sender = "Email:Sender";
    private const string ReplyTo = "Email:ReplyTo";

    private static readonly string[] Keys = [Section, Endpoint, ClientId, ConnectionString, Sender, ReplyTo];

    public static EmailReading Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        string? Text(string key) => configuration[key]?.Trim() is { Length: > 0 } text ? text : null;
        var messages = new List<string>();
        foreach (var (key, _) in configuration.GetSection(Section).AsEnumerable().Where(p => p.Value is not null && !Keys.Contains(p.Key, StringComparer.OrdinalIgnoreCase)))
        {
            messages.Add(Wrong(key, $"is no setting; there are {string.Join(", ", Keys.Skip(1))}"));
        }

        if (Array.TrueForAll(Keys, key => Text(key) is null))
        {
            return messages.Count == 0 ? new EmailReading.Off() : new EmailReading.Faulty(messages);
        }

        var account = Account(Text(Endpoint), Text(ConnectionString), Text(ClientId) ?? Text("AZURE_CLIENT_ID"), messages);
        if (!EmailLimits.IsAddress(Text(Sender)))
        {
            messages.Add(Wrong(Sender, "is no e-mail address; set one of a domain that is linked to the account, such as news@shop.example"));
        }

        if (Text(ReplyTo) is { } replies && !EmailLimits.IsAddress(replies))
        {
            messages.Add(Wrong(ReplyTo, "is no e-mail address; set one, or nothing to have replies go to the sender"));
        }

        return account is null || messages.Count > 0 ? new EmailReading.Faulty(messages) : new EmailReading.On(new(account, Text(Sender)!, Text(ReplyTo)));
    }

    private static EmailAccount? Account(string? endpoint, string? connection, string? clientId, List<string> messages)
    {
        switch (endpoint, connection)
        {
            case (null, null):
                messages.Add(Wrong(Endpoint, "is empty; set the account's address, such as https://NAME.communication.azure.com, or remove the other e-mail settings"));
                return null;
            case (not null, not null):
                messages.Add(Wrong(ConnectionString, $"is set beside {Endpoint}; keep one of them"));
                return null;
            case (null, _):
                if (IsConnection(connection))
                {
                    return new EmailAccount.Key(connection);
                }

                messages.Add(Wrong(ConnectionString, "is no connection string; copy it from the account's keys, in the form endpoint=https://…/;accesskey=…"));
                return null;
            default:
                if (Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps)
                {
                    return new EmailAccount.Identity(address, clientId);
                }

                messages.Add(Wrong(Endpoint, "is no HTTPS address; set the account's, such as https://NAME.communication.azure.com"));
                return null;
        }
    }

    /// <summary>Checked here because the client would refuse it by an exception that may quote the key.</summary>
    private static bool IsConnection(string text)
    {
        var parts = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part => part.Split('=', 2)).ToList();
        string? Part(string name) => parts.Find(part => part.Length == 2 && part[0].Equals(name, StringComparison.OrdinalIgnoreCase))?[1];
        return Uri.TryCreate(Part("endpoint"), UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address is { IsLoopback: true, Scheme: "http" })
            && Part("accesskey") is { Length: > 0 } key
            && Convert.TryFromBase64String(key, new byte[key.Length], out _);
    }

    private static string Wrong(string key, string what) => $"{key} {what} (environment variable {key.Replace(":", "__", StringComparison.Ordinal)}).";
}
