using System.Diagnostics;

namespace UserOps.LocalHost.Tests;

/// <summary>The program as users start it, in a process of its own that a test may kill.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    private const string Announcement = "Listening on ";

    private readonly Process _process;

    private readonly Task<string[]> _rest;

    private HostProcess(Process process, HttpClient client, Task<string[]> rest)
    {
        _process = process;
        _rest = rest;
        Client = client;
    }

    public HttpClient Client { get; }

    public int Id => _process.Id;

    public static string Program => Path.Combine(AppContext.BaseDirectory, "userops.dll");

    /// <summary>Starts <c>serve</c> on a free port and returns once it listens.</summary>
    public static async Task<HostProcess> ServeAsync(string folder, Dictionary<string, string>? environment = null)
    {
        var process = Start(["serve", "--urls", "http://127.0.0.1:0", "--data", folder], environment);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Announcement, StringComparison.Ordinal))
            {
                // Whatever it says from here on is let through, or the pipe would fill up and the host wait.
                var rest = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
                return new(process, new() { BaseAddress = new Uri(line[Announcement.Length..]) }, rest);
            }
        }

        await process.WaitForExitAsync();
        throw new InvalidOperationException($"The host ended with {process.ExitCode}: {await process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments, null);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    /// <summary>SIGKILL: no handler runs.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits for an end that a signal has asked for.</summary>
    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync();
        await _rest;
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        Client.Dispose();
        _process.Dispose();
    }

    private static Process Start(string[] arguments, Dictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", [Program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
