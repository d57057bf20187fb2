using System.Text.RegularExpressions;

namespace UserOps.Functions.Tests.Infra;

/// <summary>A file of <c>infra/</c> read as text: no compiler runs here, so that what drifts between files and code shows in every test run.</summary>
internal sealed partial record BicepFile(string Path, string Text)
{
    public static string Folder { get; } = System.IO.Path.Combine(Checkout.Root, "infra");

    public static IReadOnlyList<BicepFile> All { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.bicep", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read)];

    public static BicepFile Main { get; } = Named("main.bicep");

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Parameters by name; true when one has no default.</summary>
    public IReadOnlyDictionary<string, bool> Parameters =>
        ParameterLine().Matches(Text).ToDictionary(match => match.Groups["name"].Value, match => !match.Groups["default"].Success);

    public IEnumerable<BicepModule> Modules => ModuleBlock().Matches(Text).Select(match => new BicepModule(
        match.Groups["symbol"].Value,
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, match.Groups["path"].Value),
        [.. ArgumentLine().Matches(match.Groups["arguments"].Value).Select(argument => argument.Groups["name"].Value)]));

    public static BicepFile Named(string name) => All.Single(file => file.Name == name);

    public static BicepFile Read(string path) => new(path, File.ReadAllText(path));

    [GeneratedRegex(@"^param (?<name>\w+) [^=\n]+?(?<default> = .+)?$", RegexOptions.Multiline)]
    private static partial Regex ParameterLine();

    [GeneratedRegex(@"^module (?<symbol>\w+) '(?<path>[^']+)' =.*?^  params: \{\n(?<arguments>.*?)^  \}", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ModuleBlock();

    [GeneratedRegex(@"^    (?<name>\w+):", RegexOptions.Multiline)]
    private static partial Regex ArgumentLine();
}
