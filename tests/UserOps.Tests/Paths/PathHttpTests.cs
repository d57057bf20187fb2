using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using UserOps.Tests.Journeys.Control;
using static UserOps.Tests.Said;

namespace UserOps.Tests.Paths;

public sealed partial class PathHttpTests : IAsyncLifetime
{
    private static readonly string Page = File.ReadAllText(Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "docs", "paths.md")));

    private RunningHost _host = null!;

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task The_documented_question_has_the_documented_answer()
    {
        string[] examples = [.. Example().Matches(Page).Select(match => match.Groups[1].Value)];
        Assert.Equal(2, examples.Length);
        var day = (new DateTimeOffset(2026, 11, 10, 9, 0, 0, TimeSpan.Zero) - Start).TotalDays;
        var minute = TimeSpan.FromMinutes(1).TotalDays;
        foreach (var (who, city, bought) in ((string, string, bool)[])[("ann", "Ulm", true), ("bob", "Ulm", false), ("cem", "Bonn", true)])
        {
            await _host.Trip.World.ApplyAsync(
                Identify($"{who}0", User(who), day, ("city", city)),
                Track($"{who}1", User(who), day + minute),
                Track($"{who}2", User(who), day + (2 * minute), "Page Viewed"),
                Track($"{who}3", User(who), day + (20 * minute), "Product Added"),
                Track($"{who}4", User(who), day + ((bought ? 40 : 60) * minute), "Order Completed"));
        }

        _host.Trip.Clock.Advance(new DateTimeOffset(2026, 12, 24, 0, 0, 0, TimeSpan.Zero) - _host.Trip.Now);
        var answer = await _host.PostAsync("/api/paths", examples[0]);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        foreach (var told in JsonElement.Parse(examples[1]).EnumerateObject())
        {
            Assert.True(JsonElement.DeepEquals(told.Value, answer.Body.GetProperty(told.Name)), $"{told.Name}: {answer.Body.GetProperty(told.Name)}");
        }
    }

    [Fact]
    public async Task Mistakes_are_told_and_unknown_questions_are_not_found()
    {
        var refused = await _host.PostAsync("/api/paths", """{"event":"A","steps":9,"segment":"nowhere"}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["/segment", "/steps"], refused.Body.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("at").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await _host.GetAsync("/api/paths/nothing")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _host.PostAsync("/api/paths", """{"event":"Nobody Ever Did"}""")).Status);
    }

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
