using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace UserOps.LocalHost.Tests;

/// <summary>The program as users start it, in a process of its own that a test may kill.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    private const string Announcement = "Listening on ";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();
    private readonly SemaphoreSlim _spoke = new(0);

    private HostProcess(string[] arguments, Dictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, said) => Hear(said.Data, _output);
        _process.ErrorDataReceived += (_, said) => Hear(said.Data, _error);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public static string Program => Path.Combine(AppContext.BaseDirectory, "userops.dll");

    public HttpClient Client { get; } = new();

    public int Id => _process.Id;

    public string Output => Read(_output);

    public string Error => Read(_error);

    /// <summary>Starts a command and returns at once.</summary>
    public static HostProcess Begin(params string[] arguments) => new(arguments, null);

    /// <summary>Starts <c>serve</c> on a free port and returns once it listens.</summary>
    public static Task<HostProcess> ServeAsync(string folder, Dictionary<string, string>? environment = null) =>
        WaitAsync(new(["serve", "--urls", "http://127.0.0.1:0", "--data", folder], environment));

    /// <summary>Starts a command that serves and returns once it listens.</summary>
    public static Task<HostProcess> ListenAsync(params string[] arguments) => WaitAsync(new(arguments, null));

    /// <summary>Runs a command to its end.</summary>
    public static Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync([], arguments);

    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(Dictionary<string, string> environment, params string[] arguments)
    {
        await using var process = new HostProcess(arguments, environment);
        return (await process.ExitAsync(), process.Output, process.Error);
    }

    /// <summary>Waits until it has said something on either output.</summary>
    /// <exception cref="InvalidOperationException">It ended, or two minutes passed, without.</exception>
    public async Task SaysAsync(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!Read(_said).Contains(text, StringComparison.Ordinal))
        {
            await _spoke.WaitAsync(patience.Token);
            if (_process.HasExited)
            {
                await _process.WaitForExitAsync();
                if (!Read(_said).Contains(text, StringComparison.Ordinal))
                {
                    throw new InvalidOperationException($"It ended with {_process.ExitCode}: {Read(_said)}");
                }
            }
        }
    }

    /// <param name="name">INT or TERM; not on Windows.</param>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>SIGKILL: no handler runs.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
    }

    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Client.Dispose();
        _process.Dispose();
        _spoke.Dispose();
    }

    private static async Task<HostProcess> WaitAsync(HostProcess host)
    {
        await host.SaysAsync(Announcement);
        var line = host.Output.Split('\n').First(l => l.StartsWith(Announcement, StringComparison.Ordinal));
        host.Client.BaseAddress = new Uri(line[Announcement.Length..].Trim());
        return host;
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }

    private void Hear(string? line, StringBuilder where)
    {
        foreach (var text in (StringBuilder[])[where, _said])
        {
            lock (text)
            {
                text.AppendLine(line);
            }
        }

        _spoke.Release();
    }
}
