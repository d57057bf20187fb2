using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using UserOps.Application.Settings;

namespace UserOps.Functions.Tests.Infra;

/// <summary>The settings that a deployment gives the app, read by the app's own reader: a key that is no setting, or one that is missing beside another, would stop it.</summary>
public sealed partial class AppSettingTests
{
    private static readonly string Deployed = BicepFile.Named("app-settings.bicep").Text;

    /// <summary>What the host, its triggers and the SDKs read, and the app outside its checked sections.</summary>
    private static readonly string[] Elsewhere =
    [
        "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId",
        "AzureWebJobsStorage__blobServiceUri", "AzureWebJobsStorage__queueServiceUri", "AzureWebJobsStorage__tableServiceUri",
        "UserOpsStorage__credential", "UserOpsStorage__clientId", "UserOpsStorage__queueServiceUri", "UserOpsStorage__tableServiceUri",
        "AZURE_CLIENT_ID", "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "Identity__Key", "USEROPS_API_KEY", "Email__Endpoint", "Email__Sender", "NightSchedule", "SweepSchedule", "WakeSchedule", "ReviewSchedule",
    ];

    [Fact]
    public void The_app_can_read_every_setting_it_is_deployed_with()
    {
        var settings = FixedKey().Matches(Deployed).Select(match => match.Groups["key"].Value)
            .Concat(NamedKey().Matches(Deployed).Select(match => $"{match.Groups["section"].Value}__shop__{match.Groups["part"].Value}"))
            .ToDictionary(key => key.Replace("__", ":", StringComparison.Ordinal), Sample);

        var reading = SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());

        var usable = Assert.IsType<SettingsReading.Usable>(reading);
        Assert.Equal("Europe/Berlin", usable.Settings.Workspace.Zone.Id);
        Assert.Equal(3, usable.Settings.Scoring.NightlyHour);
        Assert.Equal("previous", usable.Settings.Sources["shop"].PreviousSecret);
        Assert.True(usable.Settings.WriteKeys["shop"].Trusted);
    }

    [Fact]
    public void Settings_outside_the_checked_sections_are_those_that_somebody_reads()
    {
        var keys = FixedKey().Matches(Deployed).Select(match => match.Groups["key"].Value).ToList();
        Assert.Equal(Elsewhere.Order(), keys.Where(key => !key.StartsWith("Workspace__", StringComparison.Ordinal) && !key.StartsWith("Scoring__", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public void Secrets_are_references_to_the_vault()
    {
        foreach (var key in new[] { "Identity__Key", "USEROPS_API_KEY", "__Secret'", "__PreviousSecret'", "__Key'" })
        {
            Assert.Matches($@"{key}(:|, \w+ =>) '\$\{{secret\}}[a-z]", Deployed);
        }
    }

    private static string? Sample(string key) => key switch
    {
        "Workspace__TimeZone" => "Europe/Berlin",
        "Workspace__Currency" => "EUR",
        "Scoring__NightlyHour" => "3",
        "Sources__shop__Kind" => "shopify",
        "Sources__shop__PreviousSecret" => "previous",
        "WriteKeys__shop__Kind" => "server",
        _ => "a-text-of-some-length",
    };

    [GeneratedRegex(@"^  (?<key>[A-Z]\w+): ", RegexOptions.Multiline)]
    private static partial Regex FixedKey();

    [GeneratedRegex(@"'(?<section>Sources|WriteKeys)__\$\{[^}]*\}__(?<part>\w+)'")]
    private static partial Regex NamedKey();
}
