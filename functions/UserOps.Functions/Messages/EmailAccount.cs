namespace UserOps.Functions.Messages;

/// <summary>The resource of Azure Communication Services that sends, and how to prove that one may use it.</summary>
public abstract record EmailAccount
{
    private EmailAccount()
    {
    }

    /// <param name="Endpoint">HTTPS: <c>https://NAME.communication.azure.com</c>.</param>
    /// <param name="ClientId">Of a user-assigned managed identity; null: the system-assigned one.</param>
    public sealed record Identity(Uri Endpoint, string? ClientId) : EmailAccount;

    public sealed record Key(string ConnectionString) : EmailAccount
    {
        /// <summary>Never the key: this text may end up in a log.</summary>
        public override string ToString() => nameof(Key);
    }
}
