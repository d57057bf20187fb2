namespace UserOps.Application.Http;

/// <summary>The key that the environment gives to whoever runs a host: it may do everything.</summary>
public static class OperatorKey
{
    public const string Name = "USEROPS_API_KEY";

    /// <param name="key">Null or empty: there is none.</param>
    /// <param name="others">Those of the settings.</param>
    /// <returns>All keys that are accepted, and what is wrong with this one, without its text; it is then not among them.</returns>
    public static (IReadOnlyList<ApiKey> Keys, string? Problem) With(string? key, IReadOnlyList<ApiKey> others) =>
        string.IsNullOrEmpty(key) ? (others, null)
        : key.Length < ApiKey.LeastLength
            ? (others, $"{Name} has {key.Length} characters; at least {ApiKey.LeastLength} are needed, for instance from: openssl rand -hex 24")
        : ([ApiKey.Of(Name, key, Access.Admin), .. others], null);
}
