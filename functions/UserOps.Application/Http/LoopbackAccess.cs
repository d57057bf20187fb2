using System.Net;
using Microsoft.AspNetCore.Http;

namespace UserOps.Application.Http;

/// <summary>
/// No key on the machine itself, as with Core Tools. A page elsewhere could still make the browser call here: by another name for this address (so the Host
/// header must be a loopback name) or across origins (so a foreign Origin is refused).
/// </summary>
/// <param name="knownWriteKeys">The write keys are ones that everybody knows, and so permit a foreign page nothing either.</param>
public sealed class LoopbackAccess(bool knownWriteKeys = false) : IAccessPolicy
{
    public IResult? Refuse(HttpRequest request, Access access)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (access == Access.WriteKey && !knownWriteKeys)
        {
            return null;
        }

        if (!IsLoopback(request.Host.Host) || !CameFromHere(request))
        {
            return Problem.Forbidden("Without a key this host answers only to localhost and 127.0.0.1.");
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && IsLoopback(uri.Host))
            ? null
            : Problem.Forbidden("Without a key this host answers only to pages of this machine.");
    }

    /// <summary>
    /// The Functions host stands before its worker as a proxy, and tells it in headers who asked and under what name. ASP.NET Core takes them into the connection and the
    /// Host; what it leaves in the headers is said of further proxies.
    /// </summary>
    private static bool CameFromHere(HttpRequest request) =>
        (request.HttpContext.Connection.RemoteIpAddress is not { } caller || IPAddress.IsLoopback(caller))
        && Parts(request, "X-Forwarded-Host").Concat(Parts(request, "X-Forwarded-For")).All(part => IsLoopback(new HostString(part).Host));

    private static IEnumerable<string> Parts(HttpRequest request, string header) =>
        request.Headers[header].SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries));

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
