using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using UserOps.LocalHost.CommandLine;
using UserOps.Tests;

namespace UserOps.LocalHost.Tests.Scoring;

/// <summary>From the file of orders to the model as it is read over HTTP, on the CDNOW sample, against what Fader and Hardie publish of it.</summary>
public sealed class PublishedModelTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly CommandLine.Session _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task Importing_and_scoring_the_CDNOW_sample_gives_the_published_models_and_their_known_shortfall()
    {
        Assert.Equal(ExitCode.Ok, await _session.RunAsync("import", Checkout.Data("cdnow-sample-orders.csv")));
        await using var host = await TestHost.StartAsync(_session.Data, new() { ["Scoring:NightlyHour"] = "off" });

        var calibration = await ModelAsync(host.Client, "1997-09-30", """{"asOf":"1997-09-30"}""");
        Holds(calibration.GetProperty("bgNbd"), 0.001, ("r", 0.243), ("alpha", 4.414), ("a", 0.793), ("b", 2.426));
        Holds(calibration.GetProperty("bgNbd"), 0.05, ("logLikelihood", -9582.4), ("customers", 2_357));
        Holds(calibration.GetProperty("gammaGamma"), 0.02, ("p", 6.25), ("q", 3.74), ("v", 15.44), ("customers", 946));

        var end = await ModelAsync(host.Client, "1998-06-30", """{"asOf":"1998-06-30","calibrationEnd":"1997-09-30"}""");
        Holds(end.GetProperty("holdOut"), 1, ("expected", 1_653), ("weeks", 39));
        Assert.Equal(1_882, end.GetProperty("holdOut").GetProperty("actual").GetInt64());
        Holds(end.GetProperty("holdOut").GetProperty("bgNbd"), 0.001, ("r", 0.243), ("alpha", 4.414), ("a", 0.793), ("b", 2.426));
    }

    private static async Task<JsonElement> ModelAsync(HttpClient client, string day, string request)
    {
        using var asked = await client.PostAsync("/api/scoring/runs", new StringContent(request, null, "application/json"));
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        using var patience = new CancellationTokenSource(Patience);
        while ((await client.GetFromJsonAsync<JsonElement>($"/api/scoring/runs/{day}", patience.Token)).GetProperty("status").GetString() is not "Done" and var status)
        {
            Assert.NotEqual("Failed", status);
            await Task.Delay(50, patience.Token);
        }

        return await client.GetFromJsonAsync<JsonElement>($"/api/scoring/model?asOf={day}", patience.Token);
    }

    private static void Holds(JsonElement element, double tolerance, params (string Name, double Value)[] expected) =>
        Assert.All(expected, e => Assert.Equal(e.Value, element.GetProperty(e.Name).GetDouble(), tolerance));
}
