using System.CommandLine.Parsing;

namespace UserOps.LocalHost.CommandLine;

/// <summary>The address of a host that runs elsewhere.</summary>
internal static class UrlOption
{
    /// <summary>A key and people's data go there, so nothing but HTTPS leaves the machine.</summary>
    public static Uri? Parse(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url)
            || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp)
            || url.UserInfo.Length + url.Query.Length + url.Fragment.Length > 0)
        {
            argument.AddError("--url takes the address of a host, as in https://NAME.azurewebsites.net; its key belongs in USEROPS_API_KEY.");
            return null;
        }

        if (url.Scheme == Uri.UriSchemeHttp && !url.IsLoopback)
        {
            argument.AddError($"--url takes https:// for other machines: over plain HTTP everybody on the way to {url.Host} could read the key.");
            return null;
        }

        return url.AbsolutePath.EndsWith('/') ? url : new Uri(url.AbsoluteUri + "/");
    }
}
