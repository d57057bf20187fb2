using UserOps.LocalHost.CommandLine;
using UserOps.Tests;
using UserOps.Tests.Scoring;

namespace UserOps.LocalHost.Tests.CommandLine;

public sealed class PublishedScoresTests : IDisposable
{
    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task Importing_scoring_and_exporting_the_rfm_sample_gives_every_row_of_the_published_result()
    {
        Assert.Equal(ExitCode.Ok, await _session.RunAsync("import", Checkout.Data("rfm-orders.csv")));
        Assert.Equal(ExitCode.Ok, await _session.RunAsync("score", "--as-of", "2006-12-31"));
        Assert.Contains("995", _session.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await _session.RunAsync("export", _session.Path("scores.csv")));

        using var scores = new StreamReader(_session.Path("scores.csv"));
        (await ScoresFile.PublishedAsync()).AssertEqual(await ScoresFile.ReadAsync(scores));
    }
}
