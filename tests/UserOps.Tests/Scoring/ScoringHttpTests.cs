using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using UserOps.Application.Http;
using UserOps.Application.Scoring;
using UserOps.Domain.Scoring;

namespace UserOps.Tests.Scoring;

public sealed class ScoringHttpTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public ScoringHttpTests() => _workspace.SeenPublishedOrders();

    [Fact]
    public async Task A_run_is_asked_for_followed_and_read()
    {
        var (status, asked, response) = await CallAsync("RequestScoringRun", body: """{"asOf":"2006-12-31"}""");
        Assert.Equal((202, "/api/scoring/runs/2006-12-31"), (status, response.Headers.Location.ToString()));
        Assert.Equal("Requested", asked.GetProperty("status").GetString());

        await _workspace.Use<ScoringWorker>().RunOnceAsync(default);

        var (_, run, _) = await CallAsync("ReadScoringRun", date: "2006-12-31");
        Assert.Equal("Done", run.GetProperty("status").GetString());
        var (_, latest, _) = await CallAsync("ReadLatestScoring");
        Assert.Equal(run.GetRawText(), latest.GetRawText());
        var distribution = latest.GetProperty("distribution");
        Assert.Equal(995, distribution.GetProperty("scored").GetInt64());
        Assert.Equal(342, Users(distribution, "segments", "potential-loyalist"));
        Assert.Equal(148, Users(distribution, "segments", "lost"));
        Assert.Equal(995, distribution.GetProperty("scores").GetProperty("recency").EnumerateArray().Sum(n => n.GetInt64()));
        Assert.Equal(["healthy", "watch", "at-risk"], Codes(distribution, "risks"));
        Assert.Equal(["low", "mid", "high"], Codes(distribution, "tiers"));

        // There is no purchases model of these orders, so there are bands by the rhythm and no tiers.
        Assert.Equal((995, 0), (Sum(distribution, "risks"), Sum(distribution, "tiers")));
    }

    [Fact]
    public async Task Cut_points_are_shown_in_days_orders_and_major_units()
    {
        await _workspace.ScoreAsync(new(2006, 12, 31));

        var (_, latest, _) = await CallAsync("ReadLatestScoring");

        // Type-7 quintiles of the published figures, and one.
        var cuts = latest.GetProperty("cutPoints");
        Assert.Equal([115m, 181m, 297.4m, 482m], Numbers(cuts.GetProperty("recencyDays")));
        Assert.Equal([4m, 5m, 6m, 8m], Numbers(cuts.GetProperty("orders")));
        Assert.Equal([255.8m, 382m, 506.4m, 666m], Numbers(cuts.GetProperty("amount")));
    }

    [Fact]
    public async Task Migration_tells_who_went_where()
    {
        await _workspace.ScoreAsync(new(2006, 12, 30));
        await _workspace.ScoreAsync(new(2006, 12, 31));

        var (_, latest, _) = await CallAsync("ReadLatestScoring");

        var migration = latest.GetProperty("migration");
        Assert.Equal("2006-12-30", migration.GetProperty("before").GetString());
        Assert.Equal(995, migration.GetProperty("segments").EnumerateArray().Sum(move => move.GetProperty("users").GetInt64()));
        Assert.Equal(995, Sum(migration, "risks"));
        Assert.All(migration.GetProperty("stages").EnumerateArray(), move => Assert.NotNull(move.GetProperty("to").GetString()));
    }

    [Theory]
    [InlineData("""{"asOf":"2099-01-01"}""", "asOf")]
    [InlineData("""{"asOf":"31.12.2006"}""", "asOf")]
    [InlineData("[", "asOf")]
    public async Task A_day_that_cannot_be_scored_is_refused_by_name(string body, string field)
    {
        var (status, problem, _) = await CallAsync("RequestScoringRun", body: body);

        Assert.Equal((400, field), (status, problem.GetProperty("field").GetString()));
    }

    [Fact]
    public async Task An_empty_body_asks_for_today()
    {
        var (_, run, _) = await CallAsync("RequestScoringRun");

        Assert.Equal("2026-03-10", run.GetProperty("asOf").GetString());
    }

    [Theory]
    [InlineData("ReadLatestScoring", null, 404)]
    [InlineData("ExportScores", null, 404)]
    [InlineData("ReadScoringRun", "2006-12-31", 404)]
    [InlineData("ReadScoringRun", "yesterday", 400)]
    public async Task What_is_not_there_is_said_so(string route, string? date, int status) =>
        Assert.Equal(status, (await CallAsync(route, date: date)).Status);

    [Fact]
    public async Task Scores_are_streamed_as_a_file_of_their_day()
    {
        await _workspace.ScoreAsync(new(2006, 12, 31));

        var response = await SendAsync("ExportScores", query: "?asOf=2006-12-31");

        var text = Encoding.UTF8.GetString(((MemoryStream)response.Body).ToArray());
        Assert.StartsWith(
            "customer_id,recency_days,transaction_count,amount,recency_score,frequency_score,monetary_score,rfm_score,segment,segment11,segment8,stage\r\n",
            text,
            StringComparison.Ordinal);
        Assert.Equal(995, TestData.Csv(new StringReader(text)).Count);
        Assert.Contains("scores-2006-12-31.csv", response.Headers.ContentDisposition.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scores_of_a_day_that_a_later_one_replaced_are_not_passed_off()
    {
        await _workspace.ScoreAsync(new(2006, 12, 30));
        await _workspace.ScoreAsync(new(2006, 12, 31));

        Assert.Equal(404, (await CallAsync("ExportScores", query: "?asOf=2006-12-30")).Status);
    }

    [Fact]
    public async Task A_user_reads_with_figures_scores_and_names()
    {
        await _workspace.ScoreAsync(new(2006, 12, 31));

        var score = await _workspace.Use<ReadUserScore>().RunAsync(Workspace.KeyOf("Abbey O'Reilly"), default);

        Assert.Equal((205, 6, 472m, 343), (score!.RecencyDays, score.Orders, score.Amount, score.Rfm));
        Assert.Equal(("Potential Loyalist", "Need Attention"), (score.Segment!.Name, score.Segment11!.Name));

        // Gaps of 50, 60, 51, 13 and 154 days: 205 are more than 350 % of 51.
        Assert.Equal(LifeCycle.Named(LifeCycleStage.Churned), score.Stage);
        Assert.Null(await _workspace.Use<ReadUserScore>().RunAsync(Workspace.KeyOf("nobody"), default));
    }

    public void Dispose() => _workspace.Dispose();

    private static decimal[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(n => n.GetDecimal())];

    private static IEnumerable<string?> Codes(JsonElement parent, string list) => parent.GetProperty(list).EnumerateArray().Select(s => s.GetProperty("code").GetString());

    private static long Sum(JsonElement parent, string list) => parent.GetProperty(list).EnumerateArray().Sum(item => item.GetProperty("users").GetInt64());

    private static long Users(JsonElement distribution, string list, string code) =>
        distribution.GetProperty(list).EnumerateArray().Single(s => s.GetProperty("code").GetString() == code).GetProperty("users").GetInt64();

    private async Task<(int Status, JsonElement Json, HttpResponse Response)> CallAsync(string route, string body = "", string query = "", string? date = null)
    {
        var response = await SendAsync(route, body, query, date);
        return (response.StatusCode, JsonDocument.Parse(((MemoryStream)response.Body).ToArray()).RootElement, response);
    }

    private async Task<HttpResponse> SendAsync(string route, string body = "", string query = "", string? date = null)
    {
        var context = new DefaultHttpContext { RequestServices = _workspace.Services };
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        context.Request.QueryString = new(query);
        context.Request.RouteValues["date"] = date;
        context.Response.Body = new MemoryStream();
        var result = await Routes.All.Single(r => r.Name == route).Handler(context.Request);
        await result.ExecuteAsync(context);
        return context.Response;
    }
}
