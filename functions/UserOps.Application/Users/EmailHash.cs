using System.Security.Cryptography;
using System.Text;
using UserOps.Domain.Users;

namespace UserOps.Application.Users;

/// <summary>SHA-256 of a trimmed lower-case e-mail address in UTF-8, the form in which advertising networks and other tools exchange addresses.</summary>
/// <param name="Hex">64 lower-case digits.</param>
public readonly record struct EmailHash(string Hex)
{
    private const int Digits = 64;

    public static EmailHash Of(Identifier email) => new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email.Value))));

    /// <returns>Null: these are not 64 hexadecimal digits.</returns>
    public static EmailHash? Parse(string text) => text.Length == Digits && text.All(char.IsAsciiHexDigit) ? new(text.ToLowerInvariant()) : null;
}
