using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Application.Messages.Sending;
using UserOps.Application.Users;
using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Engagement;

public static class SuppressionHandlers
{
    public static async Task<IResult> FindAsync(HttpRequest request)
    {
        var (hash, refusal) = await HashAsync(request);
        return refusal ?? Results.Ok(await ViewAsync(request, hash));
    }

    /// <summary>Answers with what it was; the next bounce or complaint suppresses it again.</summary>
    public static async Task<IResult> RemoveAsync(HttpRequest request)
    {
        var (hash, refusal) = await HashAsync(request);
        if (refusal is not null)
        {
            return refusal;
        }

        var view = await ViewAsync(request, hash);
        return view.Suppressed && await request.Use<Suppressions>().RemoveAsync(hash, request.HttpContext.RequestAborted)
            ? Results.Ok(view)
            : Problem.NotFound("This address is not suppressed.");
    }

    private static async Task<SuppressionView> ViewAsync(HttpRequest request, string hash)
    {
        var found = await request.Use<Suppressions>().FindAsync([hash], request.HttpContext.RequestAborted);
        return found is [var known] ? new(true, known.Cause, known.At) : new(false, null, null);
    }

    private static async Task<(string Hash, IResult? Refusal)> HashAsync(HttpRequest request)
    {
        var (body, refusal) = await Body.ReadJsonAsync<SuppressionRequest>(request);
        if (refusal is not null)
        {
            return ("", refusal);
        }

        var keys = request.Use<UserKeys>();
        return body switch
        {
            { Email: { } email, Channel: null, Address: null } => EmailLimits.IsAddress(email.Trim())
                ? (keys.OfAddress(MessageNames.Email, email), null)
                : ("", Problem.Invalid("email", "This is no e-mail address.")),
            { Email: null, Channel: { } channel, Address: { } address } => !MessageNames.IsName(channel) ? ("", Problem.Invalid("channel", "A channel is 1 to 40 lower-case letters, digits and hyphens."))
                : string.IsNullOrWhiteSpace(address) || address.Length > 320 ? ("", Problem.Invalid("address", "An address has 1 to 320 characters."))
                : (keys.OfAddress(channel, address), null),
            _ => ("", Problem.Invalid("email", "Name an address, as {\"email\":\"a@b.example\"} or {\"channel\":\"sms\",\"address\":\"+86…\"}.")),
        };
    }
}
