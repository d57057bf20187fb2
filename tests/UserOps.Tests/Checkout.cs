namespace UserOps.Tests;

/// <summary>Finds files of the repository from wherever the test runner put the assemblies.</summary>
public static class Checkout
{
    public static string Root { get; } = FindRoot();

    public static string Data(string name) => Path.Combine(Root, "tests", "data", name);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "UserOps.Functions.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run outside a checkout.");
    }
}
