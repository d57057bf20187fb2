using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using UserOps.Application.Http;

namespace UserOps.LocalHost.CommandLine;

/// <summary>A host that runs elsewhere, in Azure for instance.</summary>
/// <param name="address">Ends in a slash.</param>
/// <param name="key">Sent as <c>Authorization: Bearer</c>; null: none.</param>
internal sealed class RemoteHost(Uri address, string? key) : IDisposable
{
    private const string NotFound = "urn:userops:not-found";

    // A redirect would carry the question, though not the key, to somebody whom nobody named.
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public string Address => address.GetLeftPart(UriPartial.Path).TrimEnd('/');

    /// <returns>The answer's body; null when the host says that there is no such thing.</returns>
    /// <exception cref="RemoteHostException">It can't be reached, or refuses.</exception>
    public async Task<byte[]?> SendAsync(HttpMethod method, string path, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, path));
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        try
        {
            using var response = await _client.SendAsync(request, cancel);
            var body = await response.Content.ReadAsByteArrayAsync(cancel);
            return response.IsSuccessStatusCode ? body
                : Problem(response, body) is not { } problem ? throw Unlike(response.StatusCode)
                : problem.Type == NotFound ? null
                : throw Refusal(response.StatusCode, problem.Detail);
        }
        catch (HttpRequestException fault)
        {
            throw new RemoteHostException(ExitCode.Failed, $"{Address} can't be reached: {(fault.InnerException ?? fault).Message}");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new RemoteHostException(ExitCode.Failed, $"{Address} did not answer within {_client.Timeout.TotalSeconds:0} seconds; what it was asked to do may still be done.");
        }
    }

    public void Dispose() => _client.Dispose();

    private static ProblemDetails? Problem(HttpResponseMessage response, byte[] body)
    {
        try
        {
            return response.Content.Headers.ContentType?.MediaType == "application/problem+json"
                ? JsonSerializer.Deserialize<ProblemDetails>(body, JsonSerializerOptions.Web)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private RemoteHostException Refusal(HttpStatusCode status, string? detail) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
            new(ExitCode.Usage, $"{Address} refuses: {Text.Line(detail)} Set {OperatorKey.Name} to one of its keys with the role Admin."),
        HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError =>
            new(ExitCode.Failed, $"{Address} failed with {(int)status}: {Text.Line(detail)}"),
        _ => new(ExitCode.Usage, $"{Address} refuses with {(int)status}: {Text.Line(detail)}"),
    };

    private RemoteHostException Unlike(HttpStatusCode status) =>
        new(ExitCode.Failed, $"{Address} answered {(int)status} and not as a UserOps host does: is the address right, and the host up?");
}
