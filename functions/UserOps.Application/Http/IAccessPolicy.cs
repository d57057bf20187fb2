using Microsoft.AspNetCore.Http;

namespace UserOps.Application.Http;

/// <summary>Who may call what; each host registers its own.</summary>
public interface IAccessPolicy
{
    /// <returns>Null when the request may pass, else the answer. Asked for WriteKey, whose handlers then check the write key, and for Viewer, Marketer and Admin; the other routes check their senders themselves.</returns>
    IResult? Refuse(HttpRequest request, Access access);
}
