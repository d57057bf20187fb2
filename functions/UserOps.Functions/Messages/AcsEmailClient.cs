using Azure.Communication.Email;
using Azure.Core;
using Azure.Identity;

namespace UserOps.Functions.Messages;

/// <summary>The client of Azure Communication Services as <see cref="AcsEmailSender"/> needs it.</summary>
public static class AcsEmailClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <param name="patience">How long to wait for an answer; null: 30 seconds.</param>
    public static EmailClient Open(EmailAccount account, TimeSpan? patience = null) => account switch
    {
        EmailAccount.Identity { Endpoint: var endpoint, ClientId: { } id } =>
            Open(endpoint, new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(id)), patience),
        EmailAccount.Identity { Endpoint: var endpoint } => Open(endpoint, new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned), patience),
        EmailAccount.Key { ConnectionString: var connection } => new(connection, Options(patience)),
        _ => throw new InvalidOperationException("An account is used by identity or by key."),
    };

    public static EmailClient Open(Uri endpoint, TokenCredential credential, TimeSpan? patience = null) => new(endpoint, credential, Options(patience));

    private static EmailClientOptions Options(TimeSpan? patience)
    {
        var options = new EmailClientOptions();

        // By default a 429 is waited out inside the call, for an hour perhaps, and a request whose answer was lost is sent again, which may send the mail
        // twice. Both are decided by those who know the message.
        options.Retry.MaxRetries = 0;
        options.Retry.NetworkTimeout = patience ?? Patience;

        // The service's error texts quote addresses. A failed call would write them into its trace, and logged content would hold the whole message.
        options.Diagnostics.IsDistributedTracingEnabled = false;
        options.Diagnostics.IsLoggingContentEnabled = false;
        return options;
    }
}
