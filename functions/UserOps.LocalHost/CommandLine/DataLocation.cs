namespace UserOps.LocalHost.CommandLine;

/// <summary>Where data lives when the command line does not say: <c>USEROPS_DATA</c>, else a folder among the user's own application data.</summary>
public static class DataLocation
{
    public const string Variable = "USEROPS_DATA";

    /// <param name="given">From <c>--data</c>.</param>
    /// <param name="name">Of the default folder.</param>
    public static string Resolve(string? given, string name = "userops-data")
    {
        if (given is not null)
        {
            return Path.GetFullPath(given);
        }

        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } variable)
        {
            return Path.GetFullPath(variable);
        }

        var own = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.GetFullPath(name, own.Length > 0 ? own : Environment.CurrentDirectory);
    }
}
