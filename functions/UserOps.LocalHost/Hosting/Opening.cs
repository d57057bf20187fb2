namespace UserOps.LocalHost.Hosting;

/// <summary>Whether a data folder could be opened for work.</summary>
public abstract record Opening
{
    private Opening()
    {
    }

    public sealed record Opened(OpenHost Host) : Opening;

    /// <param name="ExitCode">One of <see cref="CommandLine.ExitCode"/>.</param>
    /// <param name="Messages">For a person: what is wrong and what to do.</param>
    public sealed record Refused(int ExitCode, IReadOnlyList<string> Messages) : Opening;
}
