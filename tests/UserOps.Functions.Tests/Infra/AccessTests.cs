using System.Text.RegularExpressions;

namespace UserOps.Functions.Tests.Infra;

public sealed partial class AccessTests
{
    /// <summary>Source: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles</summary>
    private static readonly Dictionary<string, string> Roles = new()
    {
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["c6a89b2d-59bc-44d0-9896-0f6e12d7b80a"] = "Storage Queue Data Message Sender",
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["b86a8fe4-44ce-4948-aee5-eccb2c155cd7"] = "Key Vault Secrets Officer",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
        ["09976791-48a7-449e-bb21-39d1a415f350"] = "Communication and Email Service Owner",
    };

    [Fact]
    public void Every_role_is_one_we_know_and_is_named_where_it_is_given()
    {
        var found = new HashSet<string>();
        foreach (var file in BicepFile.All)
        {
            var lines = file.Text.Split('\n');
            foreach (var (index, line) in lines.Index())
            {
                foreach (var id in Guid().Matches(line).Select(match => match.Value))
                {
                    Assert.True(Roles.TryGetValue(id, out var name), $"{file.Name} gives the unknown role {id}");
                    Assert.Contains($"// {name}", string.Join('\n', lines[int.Max(0, index - 3)..(index + 1)]), StringComparison.Ordinal);
                    found.Add(id);
                }
            }
        }

        Assert.Equal(Roles.Keys.Order(), found.Order());
    }

    [Fact]
    public void Nothing_is_reached_by_an_account_key()
    {
        Assert.Contains("allowSharedKeyAccess: false", BicepFile.Named("storage.bicep").Text, StringComparison.Ordinal);
        Assert.Contains("DisableLocalAuth: true", BicepFile.Named("monitoring.bicep").Text, StringComparison.Ordinal);
        Assert.All(BicepFile.All, file => Assert.DoesNotMatch("(?i)list(Account)?(Keys|Secrets|Sas)\\w*\\(|AccountKey=|SharedAccessSignature", file.Text));
    }

    [Fact]
    public void The_app_speaks_https_and_nobody_publishes_by_password()
    {
        var app = BicepFile.Named("app.bicep").Text;
        Assert.Contains("httpsOnly: true", app, StringComparison.Ordinal);
        Assert.Contains("minTlsVersion: '1.2'", app, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(app, @"basicPublishingCredentialsPolicies@[^}]*\{ allow: false \}", RegexOptions.Singleline));
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Guid();
}
