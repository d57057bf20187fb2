using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using UserOps.Application.Events.Webhooks;
using UserOps.Application.Events.Webhooks.Standard;
using UserOps.Application.Settings;

namespace UserOps.Application.Messages.Webhooks;

/// <summary>
/// One attempt to call a configured webhook, signed as Standard Webhooks 1.0. No redirect is followed, no answer is read beyond its head, and private addresses are
/// called only where the operator said so. Source: https://github.com/standard-webhooks/standard-webhooks
/// </summary>
public sealed class SendWebhook : ICallWebhooks, IDisposable
{
    public const int MostBytes = 256 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly UserOpsSettings _settings;
    private readonly WallClock _clock;
    private readonly HttpClient _public;
    private readonly HttpClient _private;

    public SendWebhook(UserOpsSettings settings, WallClock clock)
    {
        (_settings, _clock) = (settings, clock);
        _public = Client(guarded: true);
        _private = Client(guarded: false);
    }

    public async Task<WebhookOutcome> RunAsync(WebhookCall call, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (!_settings.Webhooks.TryGetValue(call.Endpoint, out var webhook))
        {
            return new WebhookOutcome.Refused("not-configured");
        }

        if (call.Body.Length > MostBytes)
        {
            return new WebhookOutcome.Refused("too-large");
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            using var request = Signed(call, webhook);
            using var answer = await (webhook.AllowPrivate ? _private : _public).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return Read(answer);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new WebhookOutcome.Later("timeout", null);
        }
        catch (HttpRequestException fault)
        {
            return fault.InnerException is PrivateAddressException ? new WebhookOutcome.Refused("private-address") : new WebhookOutcome.Later(fault.HttpRequestError.ToString(), null);
        }
    }

    public void Dispose()
    {
        _public.Dispose();
        _private.Dispose();
    }

    private static HttpClient Client(bool guarded)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxResponseDrainSize = 64 * 1024,
        };
        if (guarded)
        {
            handler.ConnectCallback = GuardedConnection.OpenAsync;
        }

        return new(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    private HttpRequestMessage Signed(WebhookCall call, WebhookSettings webhook)
    {
        // The system's clock: the receiver compares with its own.
        var timestamp = _clock.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signed = SignedContent.Of(call.Id, timestamp, call.Body.Span);
        var signature = Convert.ToBase64String(HMACSHA256.HashData(StandardSecret.Decode(webhook.Secret)!, signed));
        var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new ReadOnlyMemoryContent(call.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("webhook-id", call.Id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", "v1," + signature);
        request.Headers.UserAgent.ParseAdd("UserOps");
        return request;
    }

    private WebhookOutcome Read(HttpResponseMessage answer)
    {
        var reason = $"http-{(int)answer.StatusCode}";
        return answer.StatusCode switch
        {
            >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => new WebhookOutcome.Accepted((int)answer.StatusCode),
            HttpStatusCode.RequestTimeout or HttpStatusCode.Conflict or (HttpStatusCode)425 or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError =>
                new WebhookOutcome.Later(reason, After(answer.Headers.RetryAfter)),
            _ => new WebhookOutcome.Refused(reason),
        };
    }

    private TimeSpan? After(RetryConditionHeaderValue? told)
    {
        var wait = told?.Delta ?? (told?.Date - _clock.Now);
        return wait is not { } time ? null : time < TimeSpan.Zero ? TimeSpan.Zero : time > LongestWait ? LongestWait : time;
    }
}
