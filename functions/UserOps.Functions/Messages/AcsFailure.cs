using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Azure;
using Azure.Identity;
using UserOps.Application.Messages;

namespace UserOps.Functions.Messages;

/// <summary>
/// What a failed call to Azure Communication Services means for the message. Of answers only codes are kept, since their texts quote addresses. The codes are nowhere
/// listed, so only the status is judged (https://github.com/Azure/azure-sdk-for-net/issues/56805).
/// </summary>
internal static partial class AcsFailure
{
    /// <summary>Sending is limited by the minute and by the hour, so a minute is the least that helps.</summary>
    private static readonly TimeSpan NoRetryAfter = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LeastRetryAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MostRetryAfter = TimeSpan.FromDays(1);

    /// <summary>Statuses: https://learn.microsoft.com/rest/api/communication/email/email/send. Rate limits: https://learn.microsoft.com/azure/communication-services/concepts/service-limits.</summary>
    public static EmailOutcome Of(Exception fault, DateTimeOffset now) => fault switch
    {
        RequestFailedException { Status: 0, InnerException: HttpRequestException { HttpRequestError: var error } } when BeforeSending(error) =>
            new EmailOutcome.Unreached(error.ToString()),
        RequestFailedException { Status: 429 } failed => new EmailOutcome.Throttled(RetryAfter(failed, now) ?? NoRetryAfter),

        // Clocks that differ, or a role that was only just assigned, pass.
        RequestFailedException { Status: 401 } failed => new EmailOutcome.Refused(CodeOf(failed), Permanent: false),
        RequestFailedException { Status: 408 } => new EmailOutcome.Unknown("http-408"),
        RequestFailedException { Status: >= 400 and < 500 } failed => new EmailOutcome.Refused(CodeOf(failed), Permanent: true),
        RequestFailedException { Status: > 0 } failed => new EmailOutcome.Unknown($"http-{failed.Status}"),
        RequestFailedException { InnerException: HttpRequestException { HttpRequestError: var error } } => new EmailOutcome.Unknown(error.ToString()),
        AuthenticationFailedException => new EmailOutcome.Unreached(fault.GetType().Name),

        // The client's own look at the message, before it calls.
        ArgumentException => new EmailOutcome.Refused("client-refused", Permanent: true),
        OperationCanceledException => new EmailOutcome.Unknown("timeout"),
        _ => new EmailOutcome.Unknown(fault.GetType().Name),
    };

    /// <returns>The service's error code, or <c>http-400</c> and the like where there is none.</returns>
    public static string CodeOf(RequestFailedException failed)
    {
        var code = failed.ErrorCode ?? (failed.GetRawResponse()?.Headers.TryGetValue("x-ms-error-code", out var header) is true ? header : null);
        return code is not null && Code().IsMatch(code) ? code : $"http-{failed.Status}";
    }

    /// <summary>Seconds or an HTTP date.</summary>
    public static TimeSpan? RetryAfter(RequestFailedException failed, DateTimeOffset now)
    {
        if (failed.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var text) is not true || !RetryConditionHeaderValue.TryParse(text, out var value))
        {
            return null;
        }

        var wait = value.Delta ?? value.Date!.Value - now;
        return wait < LeastRetryAfter ? LeastRetryAfter : wait > MostRetryAfter ? MostRetryAfter : wait;
    }

    private static bool BeforeSending(HttpRequestError error) =>
        error is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9._-]{0,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
