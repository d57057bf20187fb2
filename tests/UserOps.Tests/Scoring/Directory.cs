using UserOps.Application.Users;

namespace UserOps.Tests.Scoring;

/// <summary>Display ids as a test names them.</summary>
internal sealed class Directory : IUserDirectory
{
    public Dictionary<string, string> Ids { get; } = [];

    public Task<IReadOnlyList<string?>> DisplayIdsAsync(IReadOnlyList<string> userKeys, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<string?>>([.. userKeys.Select(key => Ids.GetValueOrDefault(key))]);
}
