namespace UserOps.Tests;

/// <summary>
/// A test that runs a program of the npm world. On a machine with only the .NET SDK it is skipped; in CI, where its absence would hide a break, it runs and fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    /// <param name="packages">Folder below the repository's root whose npm packages it needs; null: Node.js alone will do.</param>
    public NodeFactAttribute(string? packages = null)
    {
        Packages = packages;
        Skip = Missing(packages);
    }

    public string? Packages { get; }

    /// <param name="package">One of them, where an older installation may lack it.</param>
    /// <returns>Why a test that needs them is skipped; null: it runs.</returns>
    public static string? Missing(string? packages, string package = "")
    {
        if (Environment.GetEnvironmentVariable("CI") is "true" or "1")
        {
            return null;
        }

        if (!OnPath("node"))
        {
            return "Needs Node.js 22 or later, which is not on the PATH.";
        }

        return packages is null || Directory.Exists(Path.Combine(Checkout.Root, packages, "node_modules", package))
            ? null
            : $"Needs the npm packages of {packages}: run ./test.sh, or npm ci there.";
    }

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => folder.Length > 0 && (File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe"))));
}
