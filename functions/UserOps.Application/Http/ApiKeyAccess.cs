using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace UserOps.Application.Http;

/// <summary>Asks for <c>Authorization: Bearer</c> or <c>x-api-key</c>.</summary>
public sealed class ApiKeyAccess(IReadOnlyList<ApiKey> keys) : IAccessPolicy
{
    private const string Scheme = "Bearer ";

    public IResult? Refuse(HttpRequest request, Access access)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (access == Access.WriteKey)
        {
            return null;
        }

        if (Presented(request) is not { Length: > 0 } presented)
        {
            request.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
            return Problem.Unauthorized("Send an API key in the Authorization header (Bearer) or in x-api-key.");
        }

        if (Find(presented) is not { } key)
        {
            request.HttpContext.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            return Problem.Unauthorized("The API key is not known.");
        }

        return key.Role >= access ? null : Problem.Forbidden($"This needs the role {access}; the key has {key.Role}.");
    }

    private static string? Presented(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? authorization[Scheme.Length..].Trim()
            : request.Headers["x-api-key"].ToString();
    }

    /// <summary>Compares with every key, so that the time taken tells nothing.</summary>
    private ApiKey? Find(string presented)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(presented));
        ApiKey? found = null;
        foreach (var key in keys)
        {
            found = CryptographicOperations.FixedTimeEquals(hash, key.Sha256.Span) ? key : found;
        }

        return found;
    }
}
