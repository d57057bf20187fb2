namespace UserOps.Application.Users;

/// <summary>From pseudonymous keys back to what a marketer knows a person by.</summary>
public interface IUserDirectory
{
    /// <summary>By position: the user id, else the customer id, else e-mail, else anonymous id; null for a key without a profile.</summary>
    Task<IReadOnlyList<string?>> DisplayIdsAsync(IReadOnlyList<string> userKeys, CancellationToken cancel);
}
