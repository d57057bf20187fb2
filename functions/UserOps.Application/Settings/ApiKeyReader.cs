using UserOps.Application.Http;

namespace UserOps.Application.Settings;

/// <summary>API keys with a role each, given by their hashes: <c>ApiKeys:{name}:Sha256</c> and <c>Role</c>.</summary>
internal static class ApiKeyReader
{
    public static IReadOnlyList<ApiKey> Read(SettingKeys keys)
    {
        var found = new List<ApiKey>();
        foreach (var name in keys.Children("ApiKeys"))
        {
            var at = $"ApiKeys:{name}";
            if (keys.Text($"{at}:Role") is null)
            {
                keys.Wrong($"{at}:Role", "is not set; set Viewer, Marketer or Admin");
            }

            var role = keys.Choice($"{at}:Role", Access.Viewer, ("Viewer", Access.Viewer), ("Marketer", Access.Marketer), ("Admin", Access.Admin));
            if (keys.Text($"{at}:Sha256") is { Length: 64 } hash && hash.All(char.IsAsciiHexDigit))
            {
                found.Add(new(name, Convert.FromHexString(hash), role));
            }
            else
            {
                keys.Wrong($"{at}:Sha256", "is no SHA-256 hash; set 64 hexadecimal digits, as from: printf %s \"$KEY\" | sha256sum");
            }
        }

        return found;
    }
}
