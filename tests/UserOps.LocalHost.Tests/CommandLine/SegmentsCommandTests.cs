using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Segments;
using UserOps.Application.Segments.Templates;
using UserOps.LocalHost.CommandLine;

namespace UserOps.LocalHost.Tests.CommandLine;

/// <summary>Segment templates by the command line, in the data folder and on a running host, and over HTTP.</summary>
public sealed class SegmentsCommandTests : IDisposable
{
    private static readonly int Count = SegmentTemplates.All.Count;

    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task In_a_data_folder_all_are_published_and_listed()
    {
        Assert.Equal(ExitCode.Ok, await _session.RunAsync("segments", "list"));
        Assert.Equal(Count, Lines(": ", "not here yet").Length);

        Assert.Equal(ExitCode.Ok, await _session.RunAsync("segments", "publish", "--all"));
        Assert.Equal(Count, Lines("segment ", "published, version 1").Length);
        Assert.Contains($"Published {Count} segments.", _session.Notes, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Ok, await _session.RunAsync("segments", "publish", "--all"));
        Assert.Equal(Count, Lines("segment ", "as it was, version 1").Length);
        Assert.Equal(ExitCode.Ok, await _session.RunAsync("segments", "list"));
        Assert.Single(Lines("growing ", "published, version 1: Growing · 成长期"));
    }

    [Fact]
    public async Task On_a_running_host_some_are_published_and_edited_ones_are_named()
    {
        await using var host = await TestHost.StartAsync(workers: false);
        await host.Services.GetRequiredService<SaveSegment>().RunAsync("mature", """{"key":"mature","name":"Ours"}"""u8.ToArray(), null, default);

        Assert.Equal(ExitCode.Ok, await _session.RunAsync("segments", "publish", "unhappy", "mature", "--url", host.Address));

        Assert.Single(Lines("segment unhappy", "published, version 1"));
        Assert.Single(Lines("segment mature", "edited here, left alone"));
        Assert.Equal(ExitCode.Ok, await _session.RunAsync("segments", "list", "--url", host.Address));
        Assert.Single(Lines("mature", "draft, edited"));

        var listed = (await host.GetAsync("/api/segments/templates")).Body.GetProperty("templates");
        Assert.Equal(Count, listed.GetArrayLength());
        Assert.Equal("key", (await host.PostAsync("/api/segments/templates?key=matur", "")).Body.GetProperty("field").GetString());
    }

    [Theory]
    [InlineData("Name the segments to publish, or --all", "publish")]
    [InlineData("did you mean 'mature'?", "publish", "matur")]
    [InlineData("leave them out with --url", "list", "--url", "http://127.0.0.1:1", "--data", "x")]
    public async Task A_mistaken_command_says_so_and_does_nothing(string expected, params string[] arguments)
    {
        Assert.Equal(ExitCode.Usage, await _session.RunAsync(["segments", .. arguments]));
        Assert.Contains(expected, _session.Notes, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_session.Data));
    }

    private string[] Lines(params string[] words) =>
        [.. _session.Output.Split('\n').Where(line => words.All(word => line.Contains(word, StringComparison.Ordinal)))];
}
