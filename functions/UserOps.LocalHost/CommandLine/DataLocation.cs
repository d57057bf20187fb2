namespace UserOps.LocalHost.CommandLine;

/// <summary>Where data lives when the command line does not say: <c>USEROPS_DATA</c>, else a folder among the user's own application data.</summary>
public static class DataLocation
{
    public const string Variable = "USEROPS_DATA";

    /// <param name="given">From <c>--data</c>.</param>
    public static string Resolve(string? given) =>
        given is not null ? Path.GetFullPath(given)
        : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } variable ? Path.GetFullPath(variable)
        : OwnFolder("userops-data");

    /// <summary>For instance <c>~/.local/share/userops-data</c>; below the working directory where the platform names no such place.</summary>
    public static string OwnFolder(string name)
    {
        var own = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.GetFullPath(name, own.Length > 0 ? own : Environment.CurrentDirectory);
    }
}
