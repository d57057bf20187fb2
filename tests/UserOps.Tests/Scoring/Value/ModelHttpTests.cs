using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Application.Scoring;
using UserOps.Domain;

namespace UserOps.Tests.Scoring.Value;

/// <summary>From stored facts through the night to what is read over HTTP, on the CDNOW sample.</summary>
public sealed class ModelHttpTests : IDisposable
{
    private readonly Workspace _workspace = new();

    [Fact]
    public async Task A_run_as_of_the_calibration_end_shows_the_published_parameters()
    {
        await ScoreCdnowAsync("""{"asOf":"1997-09-30"}""");

        var (status, text) = await CallAsync("ReadScoringModel", "?asOf=1997-09-30");
        using var model = JsonDocument.Parse(text);

        Assert.Equal((200, "weeks"), (status, model.RootElement.GetProperty("timeUnit").GetString()));
        Holds(model.RootElement.GetProperty("bgNbd"), 0.001, ("r", 0.243), ("alpha", 4.414), ("a", 0.793), ("b", 2.426));
        Holds(model.RootElement.GetProperty("bgNbd"), 0.05, ("logLikelihood", -9582.4), ("customers", 2_357));
        Holds(model.RootElement.GetProperty("gammaGamma"), 0.02, ("p", 6.25), ("q", 3.74), ("v", 15.44), ("customers", 946));
    }

    [Fact]
    public async Task A_run_at_the_end_that_calibrates_there_expects_1653_where_1882_came_and_its_page_says_so()
    {
        await ScoreCdnowAsync("""{"asOf":"1998-06-30","calibrationEnd":"1997-09-30"}""");

        using var model = JsonDocument.Parse((await CallAsync("ReadScoringModel")).Text);
        var check = model.RootElement.GetProperty("holdOut");
        Holds(check, 1, ("expected", 1_653), ("actual", 1_882), ("weeks", 39), ("offPercent", -12.1));
        Holds(check.GetProperty("bgNbd"), 0.001, ("r", 0.243), ("alpha", 4.414), ("a", 0.793), ("b", 2.426));
        Assert.Equal(78, check.GetProperty("curve").GetArrayLength());

        var page = (await CallAsync("ShowScoringModel")).Text;
        var said = Regex.Replace(page, "<[^>]*>", "");
        Assert.Contains("1,653 repeat purchase days of the same customers in the 39 weeks after it; 1,882 came, 12.1 % fewer than came", said, StringComparison.Ordinal);
        Assert.Contains("known shortfall of this model", said, StringComparison.Ordinal);
        Assert.Contains("end of calibration", said, StringComparison.Ordinal);
        Assert.Equal([78, 78], Regex.Matches(page, "<polyline class=\"[a-z]+\" points=\"([^\"]*)\"").Select(line => line.Groups[1].Value.Split(' ').Length));
    }

    [Fact]
    public async Task Without_another_wish_two_thirds_of_the_observed_time_calibrate()
    {
        await ScoreCdnowAsync("""{"asOf":"1998-06-30"}""");

        using var model = JsonDocument.Parse((await CallAsync("ReadScoringModel")).Text);

        Assert.Equal("1997-12-30", model.RootElement.GetProperty("holdOut").GetProperty("calibrationEnd").GetString());
    }

    [Fact]
    public async Task With_too_little_data_the_answer_and_the_page_say_so()
    {
        _workspace.Seen("once", new(2026, 1, 1), Workspace.Order(new(2026, 1, 1), 500));
        await _workspace.ScoreAsync(new(2026, 3, 1));

        using var model = JsonDocument.Parse((await CallAsync("ReadScoringModel")).Text);
        var fit = model.RootElement.GetProperty("bgNbd");

        Assert.Equal("NoRepeatBuyers", fit.GetProperty("tooLittleData").GetString());
        Assert.False(fit.TryGetProperty("r", out _));
        Assert.False(model.RootElement.TryGetProperty("holdOut", out _));
        Assert.Contains("nobody has bought on a second day", (await CallAsync("ShowScoringModel")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calibration_that_ends_no_earlier_than_the_run_is_refused()
    {
        var (status, text) = await CallAsync("RequestScoringRun", body: """{"asOf":"1998-06-30","calibrationEnd":"1998-06-30"}""");

        Assert.Equal(400, status);
        Assert.Contains("calibrationEnd", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ReadScoringModel", "", 404)]
    [InlineData("ShowScoringModel", "", 404)]
    [InlineData("ReadScoringModel", "?asOf=yesterday", 400)]
    public async Task A_day_without_models_or_no_day_is_told(string route, string query, int expected) =>
        Assert.Equal(expected, (await CallAsync(route, query)).Status);

    public void Dispose() => _workspace.Dispose();

    private async Task ScoreCdnowAsync(string body)
    {
        foreach (var (customer, history) in Cdnow.Histories)
        {
            _workspace.Seen($"{customer}", Days.ToDate(history.Entries[0].OrderDay), history.Entries.ToArray());
        }

        Assert.Equal(202, (await CallAsync("RequestScoringRun", body: body)).Status);
        await _workspace.Use<ScoringWorker>().RunOnceAsync(default);
    }

    private static void Holds(JsonElement element, double tolerance, params (string Name, double Value)[] expected) =>
        Assert.All(expected, e => Assert.Equal(e.Value, element.GetProperty(e.Name).GetDouble(), tolerance));

    private async Task<(int Status, string Text)> CallAsync(string route, string query = "", string body = "")
    {
        var context = new DefaultHttpContext { RequestServices = _workspace.Services };
        context.Request.QueryString = new(query);
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        context.Request.ContentLength = body.Length;
        context.Response.Body = new MemoryStream();
        var result = await Routes.All.Single(r => r.Name == route).Handler(context.Request);
        await result.ExecuteAsync(context);
        return (context.Response.StatusCode, Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray()));
    }
}
