namespace UserOps.Application.Users.Search;

/// <summary>Who is looked for: whoever fulfils all of it.</summary>
/// <param name="Id">As <see cref="NamedUser"/> takes it; null: anybody.</param>
/// <param name="Audiences">Segments by key, and tags under the names of <see cref="Domain.Tags.TagAudience"/>.</param>
public sealed record UserQuery(string? Id, EmailHash? Email, IReadOnlyList<string> Audiences, StandingFilter Standing)
{
    /// <summary>One person at most.</summary>
    public bool NamesOne => Id is not null || Email is not null;
}
