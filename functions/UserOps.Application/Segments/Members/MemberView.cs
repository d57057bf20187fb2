namespace UserOps.Application.Segments.Members;

/// <param name="Id">What a marketer knows the person by; null: the person has just become somebody else.</param>
/// <param name="Key">The pseudonymous key.</param>
/// <param name="Version">By which the person came in.</param>
public sealed record MemberView(string? Id, string Key, DateTimeOffset Since, int Version);
