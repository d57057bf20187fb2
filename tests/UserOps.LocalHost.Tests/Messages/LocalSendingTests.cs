using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Events;
using UserOps.Application.Messages.Links;
using UserOps.Application.Messages.Sending;
using UserOps.Application.Messages.Templates;
using UserOps.Application.Users;
using UserOps.Domain.Journeys;
using UserOps.Domain.Messages;
using UserOps.Domain.Users;
using UserOps.Tests;

namespace UserOps.LocalHost.Tests.Messages;

public sealed class LocalSendingTests
{
    private static readonly LinkedMessage Message = new("u~x", "m~x", "email", "marketing");

    [Fact]
    public async Task A_message_of_a_trial_is_a_file_whose_links_lead_to_the_host_itself()
    {
        await using var host = await TestHost.StartAsync(settings: new() { ["Messaging:Consent:marketing"] = "opt-out" }, workers: false);
        await host.Services.GetRequiredService<IApplyEvents>().RunAsync([Said.Identify("1", Said.User("42", email: "ada@example.com"))], default);
        var content = new TemplateContent
        {
            Channel = ChannelKind.Email,
            DefaultLanguage = "en",
            Languages = new Dictionary<string, TemplateParts> { ["en"] = new() { Subject = "News", Text = "Hello {{links.unsubscribe}}" } },
        };
        await host.Services.GetRequiredService<SaveTemplate>().RunAsync("news", content, default);
        await host.Services.GetRequiredService<PublishTemplate>().RunAsync("news", default);
        var key = host.Services.GetRequiredService<UserKeys>().Of(Identifier.User("42"));
        var run = new JourneyRun { Id = "run", Journey = "welcome", Version = 1, UserKey = key, Step = "hello", StartedAt = Said.Start, ReachedAt = Said.Start };

        var result = await host.Services.GetRequiredService<SendMessage>().RunAsync(new(key, run, new(["email"], false, "news", "marketing") { Id = "hello" }, null), default);

        Assert.Equal(new SendResult.Done(MessageState.Accepted, "email", null), result);
        var mail = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(host.Host.Folder.Mail, "*.eml", SearchOption.AllDirectories)));
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", mail, StringComparison.Ordinal);
        Assert.Contains($"<{host.Address}/u/", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_setting_goes_before_the_address_it_listens_on()
    {
        await using var host = await TestHost.StartAsync(settings: new() { ["Messaging:PublicUrl"] = "https://shop.example/ops" }, workers: false);

        Assert.StartsWith("https://shop.example/ops/p/", host.Services.GetRequiredService<MessageLinks>().Preferences(Message)!.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_others_can_reach_is_not_taken_for_the_public_one()
    {
        await using var host = await TestHost.StartAsync(settings: new() { ["USEROPS_API_KEY"] = new('k', 40) }, urls: "http://127.0.0.1:0;http://[::1]:0", workers: false);
        Assert.True(host.Services.GetRequiredService<MessageLinks>().Exist);

        var opening = await LocalHost.Hosting.LocalHostApp.OpenAsync(
            new() { DataFolder = new TemporaryFolder().Path, Urls = "http://0.0.0.0:7071", Settings = new Dictionary<string, string?> { ["USEROPS_API_KEY"] = new('k', 40) } }, default);
        await using var reachable = Assert.IsType<LocalHost.Hosting.Opening.Opened>(opening).Host;
        Assert.False(reachable.Services.GetRequiredService<MessageLinks>().Exist);
    }
}
