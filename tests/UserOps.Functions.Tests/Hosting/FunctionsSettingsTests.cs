using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using UserOps.Application.Http;
using UserOps.Domain.Users;
using UserOps.Functions.Hosting;

namespace UserOps.Functions.Tests.Hosting;

public sealed class FunctionsSettingsTests
{
    private const string ApiKeyText = "an-api-key-of-some-length";
    private static readonly string Identity = Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);

    [Fact]
    public void In_Azure_the_keys_must_be_there_and_what_is_missing_is_told_at_once()
    {
        var wrong = Assert.Throws<SettingsException>(() => Read(false, ("Workspace:Curency", "EUR"), ("UserOpsStorage", ""))).Messages;

        Assert.Collection(
            wrong.Order(StringComparer.Ordinal),
            message => Assert.StartsWith("Identity:Key is not set", message, StringComparison.Ordinal),
            message => Assert.StartsWith("USEROPS_API_KEY is not set", message, StringComparison.Ordinal),
            message => Assert.StartsWith("UserOpsStorage__queueServiceUri is not set", message, StringComparison.Ordinal),
            message => Assert.StartsWith("UserOpsStorage__tableServiceUri is not set", message, StringComparison.Ordinal),
            message => Assert.StartsWith("Workspace:Curency is no setting", message, StringComparison.Ordinal));
    }

    [Fact]
    public void On_a_developers_machine_nothing_need_be_set_and_only_that_machine_may_call()
    {
        var settings = Read(true);

        Assert.IsType<LoopbackAccess>(settings.Access);
        Assert.Equal(["local-browser", "local-server"], settings.UserOps.WriteKeys.Values.Select(key => key.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Keys_that_are_set_are_asked_for_on_a_developers_machine_too()
    {
        var settings = Read(true, ("USEROPS_API_KEY", ApiKeyText));

        Assert.IsType<ApiKeyAccess>(settings.Access);
        Assert.Empty(settings.UserOps.WriteKeys);
    }

    [Fact]
    public void Users_are_found_by_the_key_that_is_set()
    {
        var ann = Identifier.Parse("ann");

        var keys = Read(false, ("USEROPS_API_KEY", ApiKeyText), ("Identity:Key", Identity)).UserKeys;

        Assert.Equal(keys.Of(ann), Read(true, ("Identity:Key", Identity)).UserKeys.Of(ann));
        Assert.NotEqual(keys.Of(ann), Read(true).UserKeys.Of(ann));
    }

    [Theory]
    [InlineData("Identity:Key", "c2hvcnQ=", "base64 of 32 bytes")]
    [InlineData("Identity:Key", "not base64", "base64 of 32 bytes")]
    [InlineData("USEROPS_API_KEY", "short", "at least 16")]
    [InlineData("Limits:MessageTries", "11", "at most 10 times")]
    public void What_is_wrong_is_told_without_its_value(string key, string value, string advice)
    {
        var message = Assert.Single(Assert.Throws<SettingsException>(() => Read(true, (key, value))).Messages);

        Assert.StartsWith(key, message, StringComparison.Ordinal);
        Assert.Contains(advice, message, StringComparison.Ordinal);
        Assert.True(value == "11" || !message.Contains(value, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("USEROPS_API_KEY")]
    [InlineData("Sources:shop:Secret")]
    [InlineData("WriteKeys:site:Key")]
    public void A_Key_Vault_reference_that_was_not_resolved_is_no_secret(string key)
    {
        var reference = "@Microsoft.KeyVault(VaultName=userops;SecretName=api-key)";
        var messages = Assert.Throws<SettingsException>(() => Read(true, ("Sources:shop:Kind", "shopify"), ("WriteKeys:site:Kind", "server"), (key, reference))).Messages;

        Assert.Contains(messages, message => message.StartsWith($"{key} is a Key Vault reference", StringComparison.Ordinal));
    }

    [Fact]
    public void The_key_of_the_vault_may_do_everything_and_those_of_the_settings_what_their_role_may()
    {
        var hash = Convert.ToHexString(ApiKey.Of("reports", "a-key-for-the-reports", Access.Viewer).Sha256.Span);
        var access = Read(
            false, ("USEROPS_API_KEY", ApiKeyText), ("Identity:Key", Identity), ("ApiKeys:reports:Sha256", hash), ("ApiKeys:reports:Role", "Viewer")).Access;

        Assert.Null(access.Refuse(With(ApiKeyText), Access.Admin));
        Assert.Null(access.Refuse(With("a-key-for-the-reports"), Access.Viewer));
        Assert.NotNull(access.Refuse(With("a-key-for-the-reports"), Access.Marketer));
        Assert.NotNull(access.Refuse(With("another"), Access.Viewer));
    }

    private static HttpRequest With(string key)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers["x-api-key"] = key;
        return context.Request;
    }

    private static FunctionsSettings Read(bool development, params (string Key, string Value)[] settings) => FunctionsSettings.Read(
        new ConfigurationBuilder()
            .AddInMemoryCollection([new("UserOpsStorage", "UseDevelopmentStorage=true")])
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)))
            .Build(),
        development);
}
