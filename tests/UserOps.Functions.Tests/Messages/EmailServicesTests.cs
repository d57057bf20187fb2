using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Messages;
using UserOps.Functions.Messages;

namespace UserOps.Functions.Tests.Messages;

public sealed class EmailServicesTests
{
    private const string Endpoint = "Email:Endpoint=https://shop.communication.azure.com";
    private const string Connection = "Email:ConnectionString=endpoint=https://shop.communication.azure.com/;accesskey=c2VjcmV0";
    private const string Sender = "Email:Sender=news@shop.example";

    [Fact]
    public async Task Nothing_set_means_no_e_mail_and_says_so()
    {
        var (reading, services) = Add("Email:Sender= ");

        Assert.IsType<EmailReading.Off>(reading);
        Assert.Equal(
            new EmailOutcome.Refused(NoEmail.Code, Permanent: true),
            await services.GetRequiredService<IEmailSender>().SendAsync(Mail.ToAda, Guid.NewGuid(), default));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("Email:ClientId=11111111-2222-3333-4444-555555555555", "11111111-2222-3333-4444-555555555555")]
    [InlineData("AZURE_CLIENT_ID=11111111-2222-3333-4444-555555555555", "11111111-2222-3333-4444-555555555555")]
    public void An_endpoint_is_used_with_a_managed_identity(string? more, string? clientId)
    {
        var (reading, services) = Add([Endpoint, Sender, .. more is null ? Array.Empty<string>() : [more]]);

        Assert.Equal(
            new EmailSettings(new EmailAccount.Identity(new("https://shop.communication.azure.com"), clientId), "news@shop.example"),
            Assert.IsType<EmailReading.On>(reading).Settings);
        Assert.IsType<AcsEmailSender>(services.GetRequiredService<IEmailSender>());
    }

    [Fact]
    public void A_connection_string_is_used_as_it_is()
    {
        var (reading, services) = Add(Connection, Sender, "Email:ReplyTo=care@shop.example");

        var settings = Assert.IsType<EmailReading.On>(reading).Settings;
        Assert.Equal("care@shop.example", settings.ReplyTo);
        Assert.Equal("endpoint=https://shop.communication.azure.com/;accesskey=c2VjcmV0", Assert.IsType<EmailAccount.Key>(settings.Account).ConnectionString);
        Assert.DoesNotContain("c2VjcmV0", $"{reading}", StringComparison.Ordinal);
        Assert.IsType<AcsEmailSender>(services.GetRequiredService<IEmailSender>());
    }

    [Theory]
    [InlineData("Email:Sender", Endpoint)]
    [InlineData("Email:Sender", Connection)]
    [InlineData("Email:Sender", Endpoint, "Email:Sender=Shop <news@shop.example>")]
    [InlineData("Email:Endpoint", Sender)]
    [InlineData("Email:Endpoint", Sender, "Email:ReplyTo=care@shop.example")]
    [InlineData("Email:Endpoint", Sender, "Email:Endpoint=http://shop.communication.azure.com")]
    [InlineData("Email:Endpoint", Sender, "Email:Endpoint=shop")]
    [InlineData("Email:ConnectionString", Sender, Endpoint, Connection)]
    [InlineData("Email:ConnectionString", Sender, "Email:ConnectionString=secret")]
    [InlineData("Email:ConnectionString", Sender, "Email:ConnectionString=endpoint=https://shop.example/;accesskey=secret?")]
    [InlineData("Email:ConnectionString", Sender, "Email:ConnectionString=endpoint=http://shop.example/;accesskey=c2VjcmV0")]
    [InlineData("Email:ConnectionString", Sender, "Email:ConnectionString=endpoint=https://shop.example/")]
    [InlineData("Email:ReplyTo", Sender, Endpoint, "Email:ReplyTo=nobody")]
    [InlineData("Email:Sendr", Sender, Endpoint, "Email:Sendr=news@shop.example")]
    [InlineData("Email:Sendr", "Email:Sendr=news@shop.example")]
    public void Half_or_wrong_settings_are_refused_by_the_key_at_fault_without_its_value(string key, params string[] settings)
    {
        var (reading, services) = Add(settings);

        var message = Assert.Single(Assert.IsType<EmailReading.Faulty>(reading).Messages);
        Assert.StartsWith(key + " ", message, StringComparison.Ordinal);
        Assert.Contains($"(environment variable {key.Replace(":", "__", StringComparison.Ordinal)})", message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", message, StringComparison.Ordinal);
        Assert.Null(services.GetService<IEmailSender>());
    }

    private static (EmailReading Reading, IServiceProvider Services) Add(params string[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => s.Split('=', 2)).Select(s => KeyValuePair.Create<string, string?>(s[0], s[1])))
            .Build();
        var services = new ServiceCollection().AddSingleton<TimeProvider>(Mail.Clock);
        var reading = EmailSettingsReader.Read(configuration);
        return (reading, (reading is EmailReading.Faulty ? services : services.AddEmail((reading as EmailReading.On)?.Settings)).BuildServiceProvider());
    }
}
