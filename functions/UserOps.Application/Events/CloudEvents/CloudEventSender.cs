using Microsoft.AspNetCore.Http;

namespace UserOps.Application.Events.CloudEvents;

/// <summary>Who sends CloudEvents: a server write key in HTTP Basic, in <c>x-write-key</c>, or in <c>?key=</c>, the one place where an Event Grid subscription can keep it.</summary>
internal static class CloudEventSender
{
    /// <returns>Null when no key is shown.</returns>
    public static string? Shown(HttpRequest request)
    {
        if (WriteKeyRing.BasicUser(request) is { Length: > 0 } user)
        {
            return user;
        }

        var header = request.Headers["x-write-key"].ToString();
        var query = request.Query["key"].ToString();
        return header.Length > 0 ? header : query.Length > 0 ? query : null;
    }
}
