namespace UserOps.LocalHost.CommandLine;

/// <summary>A host elsewhere can't be reached or refuses.</summary>
/// <param name="exitCode">One of <see cref="ExitCode"/>.</param>
/// <param name="message">For a person: why, and what to do.</param>
internal sealed class RemoteHostException(int exitCode, string message) : Exception(message)
{
    public int ExitCode => exitCode;
}
