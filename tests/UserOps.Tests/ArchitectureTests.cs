using System.Runtime.CompilerServices;
using System.Xml.Linq;
using UserOps.Application.Http;
using UserOps.Application.Messages.Engagement;
using UserOps.Domain.Events;

namespace UserOps.Tests;

/// <summary>The arrows of the house: Domain ← Application ← each host, and no host sees another.</summary>
public sealed class ArchitectureTests
{
    [Theory]
    [InlineData("UserOps.Domain", "")]
    [InlineData("UserOps.Application", "UserOps.Domain")]
    [InlineData("UserOps.LocalHost", "UserOps.Application")]
    [InlineData("UserOps.Functions", "UserOps.Application")]
    public void Projects_refer_only_inwards(string project, string allowed) =>
        Assert.Equal(
            allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Includes(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))));

    [Fact]
    public void Rules_need_no_package_but_calendars_and_mathematics() =>
        Assert.Subset(
            new HashSet<string> { "NodaTime", "MathNet.Numerics", "Microsoft.CodeAnalysis.BannedApiAnalyzers" },
            Includes("UserOps.Domain", "PackageReference").ToHashSet());

    [Fact]
    public void Rules_know_neither_web_nor_logging_nor_files() =>
        Assert.DoesNotContain(
            typeof(UserEvent).Assembly.GetReferencedAssemblies(),
            name => name.Name!.StartsWith("Microsoft.", StringComparison.Ordinal) || name.Name is "System.Net.Http" or "System.Data.Common");

    [Fact]
    public void The_application_knows_no_adapter() =>
        Assert.DoesNotContain(
            typeof(Route).Assembly.GetReferencedAssemblies(),
            name => name.Name!.Contains("Sqlite", StringComparison.OrdinalIgnoreCase) || name.Name.StartsWith("Azure", StringComparison.Ordinal));

    [Fact]
    public void The_part_without_Azure_packages_is_the_whole_but_two_projects()
    {
        var local = File.ReadAllText(Path.Combine(Root(), "UserOps.Local.slnf"));
        var left = Directory.GetFiles(Root(), "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => !local.Contains($"/{name}.csproj", StringComparison.Ordinal));
        Assert.Equal(["UserOps.Functions", "UserOps.Functions.Tests"], left.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_route_has_a_name_and_a_place_of_its_own()
    {
        Assert.Equal(Routes.All.Count, Routes.All.Select(route => route.Name).Distinct().Count());
        Assert.Equal(Routes.All.Count, Routes.All.Select(route => $"{route.Method} {route.Template}").Distinct().Count());

        // Pages stand where people find them.
        Assert.All(Routes.All.Except(LinkRoutes.All).Where(route => route.Doc?.ResponseMedia != "text/html"), route => Assert.StartsWith("api/", route.Template, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Includes(string project, string kind) =>
        XDocument.Load(Path.Combine(Root(), "functions", project, project + ".csproj")).Descendants(kind).Select(e => (string)e.Attribute("Include")!);

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
