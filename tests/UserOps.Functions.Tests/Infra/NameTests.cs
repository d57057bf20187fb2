using System.Text.RegularExpressions;
using UserOps.Application.Http;

namespace UserOps.Functions.Tests.Infra;

/// <summary>What infrastructure and code must call by the same name.</summary>
public sealed partial class NameTests
{
    [Fact]
    public void Table_and_queues_are_those_of_the_app()
    {
        Assert.Contains("var table = 'userops'\n", BicepFile.Main.Text, StringComparison.Ordinal);
        Assert.Contains("var queues = ['userops-events', 'userops-events-poison', 'userops-scoring', 'userops-journeys']\n", BicepFile.Main.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Alerts_on_intake_watch_routes_that_exist()
    {
        var watched = Regex.Match(BicepFile.Named("alerts.bicep").Text, @"Name in \((?<names>[^)]*)\)").Groups["names"].Value.Split(", ").Select(name => name.Trim('"')).ToList();
        Assert.Equal(3, watched.Count);
        Assert.Empty(watched.Except(Routes.All.Where(route => route.Method == "POST").Select(route => route.Name)));
    }

    [Theory]
    [InlineData("is now dead letter")]
    [InlineData("cannot be made a dead letter")]
    [InlineData("Scoring as of")]
    [InlineData("users as of")]
    [InlineData("Scored ")]
    public void Alerts_read_lines_that_the_code_writes(string words)
    {
        Assert.Contains($"\"{words}\"", BicepFile.Named("alerts.bicep").Text, StringComparison.Ordinal);
        var sources = Directory.EnumerateFiles(Path.Combine(Checkout.Root, "functions"), "*.cs", SearchOption.AllDirectories);
        Assert.Contains(sources, path => LogLine().Matches(File.ReadAllText(path)).Any(line => line.Value.Contains(words, StringComparison.Ordinal)));
    }

    [Fact]
    public void Azd_finds_the_project_the_app_and_the_hooks()
    {
        var yaml = File.ReadAllText(Path.Combine(Checkout.Root, "azure.yaml"));
        var service = Regex.Match(yaml, @"^services:\n  (?<name>\w+):\n    project: (?<path>\S+)$", RegexOptions.Multiline);
        Assert.Contains($"'azd-service-name': '{service.Groups["name"].Value}'", BicepFile.Named("app.bicep").Text, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.Combine(Checkout.Root, service.Groups["path"].Value), "*.csproj"));
        var hooks = Regex.Matches(yaml, @"^ +run: (?<path>\S+)$", RegexOptions.Multiline).Select(match => match.Groups["path"].Value).ToList();
        Assert.Equal(2, hooks.Count);
        Assert.All(hooks, hook => Assert.True(File.Exists(Path.Combine(Checkout.Root, hook)), hook));
    }

    [GeneratedRegex(@"LoggerMessage\([^\n]*")]
    private static partial Regex LogLine();
}
