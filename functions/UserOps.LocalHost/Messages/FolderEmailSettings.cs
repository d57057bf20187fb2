namespace UserOps.LocalHost.Messages;

/// <summary>Who e-mails in the folder are from: <c>Email:Sender</c> and <c>Email:ReplyTo</c>, as in the function app, but with a default.</summary>
public sealed record FolderEmailSettings(string Sender = FolderEmailSettings.Default, string? ReplyTo = null)
{
    private const string Default = "userops@localhost";

    /// <returns>The settings, or what is wrong with them.</returns>
    public static (FolderEmailSettings? Settings, string? Problem) Read(IConfiguration configuration)
    {
        foreach (var key in (string[])["Email:Sender", "Email:ReplyTo"])
        {
            if (Text(configuration, key) is { } text && !FolderEmailSender.Takes(text))
            {
                return (null, $"{key} is no e-mail address; set one such as news@shop.example (environment variable {key.Replace(":", "__", StringComparison.Ordinal)}).");
            }
        }

        return (new(Text(configuration, "Email:Sender") ?? Default, Text(configuration, "Email:ReplyTo")), null);
    }

    private static string? Text(IConfiguration configuration, string key) => configuration[key]?.Trim() is { Length: > 0 } text ? text : null;
}
