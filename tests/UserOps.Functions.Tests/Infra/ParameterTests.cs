using System.Text.Json;
using System.Text.RegularExpressions;

namespace UserOps.Functions.Tests.Infra;

public sealed partial class ParameterTests
{
    [Fact]
    public void Every_module_is_given_what_it_asks_for_and_nothing_else()
    {
        var modules = BicepFile.All.SelectMany(file => file.Modules).ToList();
        Assert.Equal(Directory.GetFiles(Path.Combine(BicepFile.Folder, "modules")).Length, modules.Select(module => module.Path).Distinct().Count());
        foreach (var module in modules)
        {
            var asked = BicepFile.Read(module.Path).Parameters;
            Assert.Empty(asked.Where(parameter => parameter.Value).Select(parameter => parameter.Key).Except(module.Arguments));
            Assert.Empty(module.Arguments.Except(asked.Keys));
        }
    }

    [Fact]
    public void Parameters_are_used_where_they_are_declared()
    {
        foreach (var file in BicepFile.All)
        {
            Assert.All(file.Parameters.Keys, name => Assert.True(Regex.Count(file.Text, $@"\b{name}\b") > 1, $"{file.Name} does not use {name}"));
        }
    }

    [Fact]
    public void Azd_passes_parameters_that_exist_and_all_that_must_be_given()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(BicepFile.Folder, "main.parameters.json")));
        AssertFits([.. json.RootElement.GetProperty("parameters").EnumerateObject().Select(parameter => parameter.Name)]);
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("production")]
    public void Deployments_without_azd_pass_parameters_that_exist_and_all_that_must_be_given(string stage)
    {
        var text = File.ReadAllText(Path.Combine(BicepFile.Folder, $"{stage}.bicepparam"));
        Assert.Contains("using 'main.bicep'", text, StringComparison.Ordinal);
        Assert.Contains($"param stage = '{stage}'", text, StringComparison.Ordinal);
        AssertFits([.. Assignment().Matches(text).Select(match => match.Groups["name"].Value)]);
    }

    private static void AssertFits(IReadOnlyList<string> given)
    {
        var asked = BicepFile.Main.Parameters;
        Assert.NotEmpty(given);
        Assert.Empty(given.Except(asked.Keys));
        Assert.Empty(asked.Where(parameter => parameter.Value).Select(parameter => parameter.Key).Except(given));
    }

    [GeneratedRegex(@"^param (?<name>\w+) = ", RegexOptions.Multiline)]
    private static partial Regex Assignment();
}
