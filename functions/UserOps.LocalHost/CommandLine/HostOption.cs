using System.CommandLine;
using System.CommandLine.Parsing;
using UserOps.Application.Http;
using UserOps.LocalHost.Hosting;

namespace UserOps.LocalHost.CommandLine;

/// <summary>Which host a command speaks to: the one in the data folder, or one that runs elsewhere.</summary>
/// <param name="role">That a key has to have there.</param>
internal sealed class HostOption(Terminal terminal, CommonOptions common, string role)
{
    public Option<Uri?> Url { get; } = new("--url")
    {
        Description = $"A running host, in Azure for instance, in place of the data folder; an API key of its {role} role is taken from {OperatorKey.Name}",
        HelpName = "URL",
        Recursive = true,
        CustomParser = UrlOption.Parse,
    };

    /// <summary>A validator of each command that reads it.</summary>
    public void OneHost(CommandResult result)
    {
        if (result.GetResult(Url) is not null && (result.GetResult(common.Data) is { Implicit: false } || result.GetResult(common.Set) is { Implicit: false }))
        {
            result.AddError("--data and --set are about the host on this machine; leave them out with --url.");
        }
    }

    public async Task<int> OpenAsync(ParseResult parsed, Func<OpenHost, Task<int>> own, Func<RemoteHost, Task<int>> remote, CancellationToken stop)
    {
        if (parsed.GetValue(Url) is not { } url)
        {
            var code = await Session.RunAsync(terminal, common.Read(parsed), own, stop);
            if (code == ExitCode.Busy)
            {
                terminal.Note("Or have that host do it: the same command with --url and its address, such as --url http://127.0.0.1:7071.");
            }

            return code;
        }

        var key = Environment.GetEnvironmentVariable(OperatorKey.Name)?.Trim();
        if (key?.Any(c => c is <= ' ' or > '~') is true)
        {
            terminal.Note($"{OperatorKey.Name} holds a character that no API key has.");
            return ExitCode.Usage;
        }

        try
        {
            using var host = new RemoteHost(url, key is { Length: > 0 } ? key : null);
            return await remote(host);
        }
        catch (RemoteHostException refused)
        {
            terminal.Note(refused.Message);
            return refused.ExitCode;
        }
    }
}
