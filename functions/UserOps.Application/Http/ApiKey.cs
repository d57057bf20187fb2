using System.Security.Cryptography;
using System.Text;

namespace UserOps.Application.Http;

/// <summary>A key of an operator or an application, kept as a hash only.</summary>
/// <param name="Name">Whose it is; may stand in logs.</param>
/// <param name="Sha256">SHA-256 of the key in UTF-8. Keys are random, so a plain hash withstands guessing.</param>
/// <param name="Role">Viewer, Marketer or Admin; each may do what those before it may.</param>
public sealed record ApiKey(string Name, ReadOnlyMemory<byte> Sha256, Access Role)
{
    public const int LeastLength = 16;

    /// <exception cref="ArgumentException">The key is shorter than 16 characters, or the role is none.</exception>
    public static ApiKey Of(string name, string key, Access role)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length < LeastLength)
        {
            throw new ArgumentException($"An API key has at least {LeastLength} characters.", nameof(key));
        }

        return role >= Access.Viewer
            ? new(name, SHA256.HashData(Encoding.UTF8.GetBytes(key)), role)
            : throw new ArgumentException($"{role} is no role; use Viewer, Marketer or Admin.", nameof(role));
    }
}
