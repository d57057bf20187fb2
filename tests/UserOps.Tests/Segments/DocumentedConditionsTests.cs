using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using UserOps.Domain.Segments;

namespace UserOps.Tests.Segments;

public partial class DocumentedConditionsTests
{
    private static readonly string Page = File.ReadAllText(Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "docs", "conditions.md")));

    [Fact]
    public void Every_example_of_the_page_is_read_and_passes_the_schema()
    {
        var examples = Example().Matches(Page).Select(match => match.Groups[1].Value).ToArray();
        var root = JsonSerializer.SerializeToElement(new JsonObject { ["$defs"] = ConditionSchema.Definitions() });

        Assert.True(examples.Length >= 5);
        Assert.All(examples, example =>
        {
            Assert.NotNull(Asked.Read(example));
            Assert.True(new SchemaCheck(root).Allows(root.GetProperty("$defs").GetProperty(ConditionSchema.Journey), Asked.Json(example)));
        });
    }

    [Fact]
    public void The_page_lists_all_fields_and_operators_and_no_others()
    {
        Assert.Equal(FieldCatalog.All.Select(info => info.Name + (info.IsPrefix ? info.NameForm?.Placeholder ?? "NAME" : "")).Order(StringComparer.Ordinal), FirstColumn("## Fields"));
        Assert.Equal(OperatorCatalog.All.Select(info => info.Name).Order(StringComparer.Ordinal), FirstColumn("## Operators"));
    }

    private static IEnumerable<string> FirstColumn(string heading) =>
        Page[Page.IndexOf(heading, StringComparison.Ordinal)..].Split('\n').Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => Code().Matches(line.Split('|')[1]).Select(match => match.Groups[1].Value))
            .Order(StringComparer.Ordinal);

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
