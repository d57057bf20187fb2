using Microsoft.Extensions.Configuration;
using UserOps.Application.Http;
using UserOps.Application.Settings;
using UserOps.Application.Users;
using UserOps.Functions.Messages;
using UserOps.Functions.Queues;
using UserOps.Functions.Storage;

namespace UserOps.Functions.Hosting;

/// <summary>The application settings of the function app, checked: what the application reads in every host, who may call, where the data is, and who sends e-mail.</summary>
public sealed record FunctionsSettings(UserOpsSettings UserOps, UserKeys UserKeys, IAccessPolicy Access, StorageConnection Storage, EmailSettings? Email)
{
    public const string IdentityKeyName = "Identity:Key";
    private const string UnresolvedReference = "@Microsoft.KeyVault(";

    /// <param name="development">Storage is that of the developer's machine and so is the host: what has no value of its own may be what everybody knows.</param>
    /// <exception cref="SettingsException">Something is wrong; the message says all of it, without values.</exception>
    public static FunctionsSettings Read(IConfiguration configuration, bool development)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        List<string> wrong = [.. Unresolved(configuration)];
        var reading = SettingsReader.Read(configuration);
        wrong.AddRange(reading is SettingsReading.Faulty faulty ? faulty.Messages : []);
        var settings = (reading as SettingsReading.Usable)?.Settings ?? new();
        if (settings.Limits.MessageTries > BuryPoisonedMessage.Deliveries)
        {
            wrong.Add($"Limits:MessageTries is {settings.Limits.MessageTries}; the Functions host delivers a message at most {BuryPoisonedMessage.Deliveries} times.");
        }

        var storage = StorageConnectionReader.Read(configuration);
        wrong.AddRange(storage is StorageReading.Faulty unreachable ? unreachable.Messages : []);
        var email = EmailSettingsReader.Read(configuration);
        wrong.AddRange(email is EmailReading.Faulty half ? half.Messages : []);
        var userKeys = IdentityKey(configuration, development, wrong);
        var (keys, problem) = OperatorKey.With(configuration[OperatorKey.Name], settings.ApiKeys);
        wrong.AddRange(problem is null ? [] : [problem]);
        if (keys.Count == 0 && !development)
        {
            wrong.Add($"{OperatorKey.Name} is not set; set at least {ApiKey.LeastLength} characters, for instance from: openssl rand -hex 24");
        }

        if (wrong.Count > 0 || userKeys is null || storage is not StorageReading.Usable { Connection: var connection })
        {
            throw new SettingsException(wrong);
        }

        var trial = keys.Count == 0 && settings.WriteKeys.Count == 0;
        return new(
            trial ? TrialKeys.In(settings) : settings,
            userKeys,
            keys.Count > 0 ? new ApiKeyAccess(keys) : new LoopbackAccess(trial),
            connection,
            (email as EmailReading.On)?.Settings);
    }

    /// <summary>The platform hands a reference that it can't resolve on as text, and as a secret that text would be known to everybody who reads the template.</summary>
    private static IEnumerable<string> Unresolved(IConfiguration configuration) =>
        from setting in configuration.AsEnumerable()
        where setting.Value?.TrimStart().StartsWith(UnresolvedReference, StringComparison.OrdinalIgnoreCase) == true
        select $"{setting.Key} is a Key Vault reference that was not resolved; see that the secret exists and that the app's identity may read it.";

    private static UserKeys? IdentityKey(IConfiguration configuration, bool development, List<string> wrong)
    {
        var text = configuration[IdentityKeyName];
        if (string.IsNullOrWhiteSpace(text) && development)
        {
            return new(new byte[UserKeys.IdentityKeyBytes]);
        }

        var key = new byte[UserKeys.IdentityKeyBytes];
        if (text is not null && Convert.TryFromBase64String(text.Trim(), key, out var length) && length == key.Length)
        {
            return new(key);
        }

        wrong.Add($"{IdentityKeyName} is not set to base64 of {UserKeys.IdentityKeyBytes} bytes; make it once, for instance by: openssl rand -base64 32, and keep a copy: "
            + "without it nobody in the data would be found again.");
        return null;
    }
}
