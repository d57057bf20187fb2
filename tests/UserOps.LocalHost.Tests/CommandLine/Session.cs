using UserOps.LocalHost.CommandLine;

namespace UserOps.LocalHost.Tests.CommandLine;

/// <summary>Commands run in this process over one data folder, with what they say kept.</summary>
internal sealed class Session : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Data => _folder.File("data");

    public string Output { get; private set; } = "";

    public string Notes { get; private set; } = "";

    public string File(string name, string content)
    {
        var path = _folder.File(name);
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    public string Path(string name) => _folder.File(name);

    public Task<int> RunAsync(params string[] arguments) => RunAsync(CancellationToken.None, arguments);

    public async Task<int> RunAsync(CancellationToken stop, params string[] arguments)
    {
        using var output = new StringWriter();
        using var notes = new StringWriter();
        var terminal = new Terminal(output, notes, interactive: null, TimeProvider.System);
        var code = await UserOpsCommand.RunAsync(arguments.Contains("--data") || arguments.Contains("--url") ? arguments : [.. arguments, "--data", Data], terminal, stop);
        (Output, Notes) = (output.ToString(), notes.ToString());
        return code;
    }

    public void Dispose() => _folder.Dispose();
}
