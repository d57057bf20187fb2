using Azure.Core;
using Azure.Identity;

namespace UserOps.Functions.Tests.Messages;

/// <summary>As a managed identity is on a machine that has none.</summary>
internal sealed class NoToken : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new CredentialUnavailableException("No identity.");

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new CredentialUnavailableException("No identity.");
}
