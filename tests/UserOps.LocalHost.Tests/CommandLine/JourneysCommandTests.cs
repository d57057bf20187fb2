using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Journeys;
using UserOps.Application.Journeys.Shipped;
using UserOps.LocalHost.CommandLine;

namespace UserOps.LocalHost.Tests.CommandLine;

/// <summary>Shipped journeys by the command line, in the data folder and on a running host, and over HTTP.</summary>
public sealed class JourneysCommandTests : IDisposable
{
    private static readonly int Count = ShippedLibrary.Journeys.Count;

    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task In_a_data_folder_all_are_published_and_listed()
    {
        Assert.Equal(ExitCode.Ok, await _session.RunAsync("journeys", "list"));
        Assert.Equal(Count, Lines(": ", "not here yet").Length);

        Assert.Equal(ExitCode.Ok, await _session.RunAsync("journeys", "publish", "--all"));
        Assert.Equal(Count, Lines("journey ", "published, version 1").Length);
        Assert.Contains($"Published {Count} journeys with {ShippedLibrary.Templates.Count} templates.", _session.Notes, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Ok, await _session.RunAsync("journeys", "publish", "--all"));
        Assert.Equal(Count, Lines("journey ", "as it was, version 1").Length);
        Assert.Equal(ExitCode.Ok, await _session.RunAsync("journeys", "list"));
        Assert.Single(Lines("birthday ", "published, version 1: Birthday · 生日祝福 (en, zh)"));
    }

    [Fact]
    public async Task On_a_running_host_some_are_published_and_edited_ones_are_named()
    {
        await using var host = await TestHost.StartAsync(workers: false);
        await host.Services.GetRequiredService<SaveJourney>().RunAsync("birthday", """{"key":"birthday","name":"Ours"}"""u8.ToArray(), null, default);

        Assert.Equal(ExitCode.Ok, await _session.RunAsync("journeys", "publish", "feedback", "birthday", "--language", "zh", "--url", host.Address));

        Assert.Single(Lines("journey feedback", "published, version 1"));
        Assert.Single(Lines("journey birthday", "edited here, left alone"));
        Assert.Equal(ExitCode.Ok, await _session.RunAsync("journeys", "list", "--url", host.Address));
        Assert.Single(Lines("birthday", "draft, edited"));
        Assert.Single(Lines("feedback", "published, version 1"));
    }

    [Fact]
    public async Task What_is_refused_is_told_with_its_spot_and_fails()
    {
        Assert.Equal(ExitCode.Failed, await _session.RunAsync("journeys", "publish", "onboarding-signed-up"));

        Assert.Single(Lines("onboarding-signed-up", "refused:"));
        Assert.Contains("/steps/0/journey: There is no journey 'onboarding'", _session.Notes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name the journeys to publish, or --all", "publish")]
    [InlineData("Name the journeys to publish, or --all", "publish", "birthday", "--all")]
    [InlineData("did you mean 'birthday'?", "publish", "birtday")]
    [InlineData("written in en and zh", "publish", "--all", "--language", "fr")]
    [InlineData("leave them out with --url", "list", "--url", "http://127.0.0.1:1", "--data", "x")]
    public async Task A_mistaken_command_says_so_and_does_nothing(string expected, params string[] arguments)
    {
        Assert.Equal(ExitCode.Usage, await _session.RunAsync(["journeys", .. arguments]));
        Assert.Contains(expected, _session.Notes, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_session.Data));
    }

    [Fact]
    public async Task Over_http_they_are_listed_published_and_refused_by_the_field()
    {
        await using var host = await TestHost.StartAsync(workers: false);

        var published = await host.PostAsync("/api/journeys/shipped?key=birthday&key=feedback", "");
        var listed = (await host.GetAsync("/api/journeys/shipped")).Body.GetProperty("journeys");

        Assert.Equal(["birthday published", "feedback published"], published.Body.GetProperty("journeys").EnumerateArray().Select(result => $"{result.GetProperty("key")} {result.GetProperty("outcome")}"));
        Assert.Equal(Count, listed.GetArrayLength());
        var birthday = listed.EnumerateArray().Single(view => view.GetProperty("key").GetString() == "birthday");
        Assert.Equal(("published", 1, false), (birthday.GetProperty("state").GetString(), birthday.GetProperty("version").GetInt32(), birthday.GetProperty("edited").GetBoolean()));
        Assert.StartsWith("每年生日", birthday.GetProperty("description").GetProperty("zh").GetString(), StringComparison.Ordinal);
        Assert.Equal("key", (await host.PostAsync("/api/journeys/shipped?key=nothing", "")).Field);
        Assert.Equal("language", (await host.PostAsync("/api/journeys/shipped?language=fr", "")).Field);
    }

    private string[] Lines(params string[] words) =>
        [.. _session.Output.Split('\n').Where(line => words.All(word => line.Contains(word, StringComparison.Ordinal)))];
}
