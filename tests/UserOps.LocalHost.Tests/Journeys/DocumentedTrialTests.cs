using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using UserOps.LocalHost.CommandLine;
using UserOps.Tests;

namespace UserOps.LocalHost.Tests.Journeys;

/// <summary>"Journeys in five minutes" of the README, command by command, as a reader pastes it.</summary>
public sealed partial class DocumentedTrialTests : IDisposable
{
    private const string Program = "dotnet run --project functions/UserOps.LocalHost -- ";
    private const string Folder = "/tmp/userops-trial";
    private const string Host = "http://127.0.0.1:7071";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_trial_of_journeys_shows_what_it_says()
    {
        var (programs, requests) = (Commands().Where(IsProgram).ToList(), Commands().Where(command => !IsProgram(command)).ToList());
        Assert.Equal(2, programs.Count);
        Assert.Equal(ExitCode.Ok, (await HostProcess.RunAsync(Arguments(programs[0]))).ExitCode);
        await using var host = await HostProcess.ListenAsync([.. Arguments(programs[1]), "--urls", "http://127.0.0.1:0"]);

        var answers = new List<JsonElement>();
        foreach (var request in requests)
        {
            answers.Add(await SendAsync(host.Client, request));
        }

        // What the section says that one sees.
        Assert.Equal(["welcome", "tasks"], Steps(answers[2]));
        Assert.Equal(["welcome", "tasks", "thanks"], Steps(answers[^2]));
        Assert.All(answers[^2].GetProperty("items").EnumerateArray(), message => Assert.Equal("Accepted", message.GetProperty("state").GetString()));
        Assert.Equal(3, Directory.GetFiles(Path.Combine(_folder.Path, "mail"), "*.eml").Length);
        var foretold = answers[^1].GetProperty("person").GetProperty("runs")[0].GetProperty("steps").EnumerateArray().Where(step => step.TryGetProperty("message", out _));
        Assert.Equal(["welcome sent", "tasks sent", "nudge sent"], foretold.Select(step => $"{step.GetProperty("step")} {step.GetProperty("outcome")}"));
    }

    private static string[] Steps(JsonElement messages) => [.. messages.GetProperty("items").EnumerateArray().Reverse().Select(message => message.GetProperty("step").GetString()!)];

    private static bool IsProgram(string command) => command.StartsWith(Program, StringComparison.Ordinal);

    private string[] Arguments(string command) => command[Program.Length..].Replace(Folder, _folder.Path, StringComparison.Ordinal).Split(' ');

    private static IEnumerable<string> Commands()
    {
        var section = Section().Match(File.ReadAllText(Path.Combine(Checkout.Root, "README.md"))).Groups[1].Value;
        return Block().Matches(section).SelectMany(block => Start().Split(block.Groups[1].Value)).Select(command => command.Trim()).Where(command => command.Length > 0);
    }

    /// <summary>As curl does, with the options that the section uses.</summary>
    private static async Task<JsonElement> SendAsync(HttpClient client, string curl)
    {
        Assert.StartsWith("curl ", curl, StringComparison.Ordinal);
        var body = Body().Match(curl);
        using var request = new HttpRequestMessage(body.Success ? HttpMethod.Post : HttpMethod.Get, Address().Match(curl).Groups[1].Value);
        if (body.Success)
        {
            var json = Header().Match(curl).Groups[1].Value;
            request.Content = new StringContent(body.Groups[1].Value, Encoding.UTF8, new System.Net.Http.Headers.MediaTypeHeaderValue(json.Length > 0 ? json : "application/x-www-form-urlencoded"));
        }

        if (User().Match(curl) is { Success: true } user)
        {
            request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(user.Groups[1].Value)));
        }

        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{curl}\n{(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    [GeneratedRegex("## Journeys in five minutes\n(.*?)\n## ", RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex("```\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    /// <summary>A command may go over several lines, of which the others are indented.</summary>
    [GeneratedRegex("\n(?=dotnet |curl )")]
    private static partial Regex Start();

    [GeneratedRegex("-d '(.*?)'", RegexOptions.Singleline)]
    private static partial Regex Body();

    [GeneratedRegex("-H 'Content-Type: (.*?)'")]
    private static partial Regex Header();

    [GeneratedRegex("-u (\\S+)")]
    private static partial Regex User();

    [GeneratedRegex($"{Host}(/\\S*)")]
    private static partial Regex Address();
}
