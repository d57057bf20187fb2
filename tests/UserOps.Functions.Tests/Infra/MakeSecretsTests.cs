using System.Text.RegularExpressions;

namespace UserOps.Functions.Tests.Infra;

public sealed class MakeSecretsTests : IDisposable
{
    private const string NotYet = "ERROR: (Forbidden) Caller is not authorized to perform action on resource. Code: Forbidden Inner error: ForbiddenByRbac";

    private readonly FakeVault _vault = new();

    [PosixFact]
    public async Task An_empty_vault_gets_every_secret_that_the_app_refers_to()
    {
        var (code, said) = await _vault.RunHookAsync();

        Assert.True(code == 0, said);
        var secrets = _vault.Secrets;
        Assert.Equal(["api-key", "identity-key", "source-erp", "source-shop", "write-key-server"], secrets.Keys.Order());
        Assert.Equal(32, Convert.FromBase64String(secrets["identity-key"]).Length);
        Assert.Matches("^[0-9a-f]{48}$", secrets["api-key"]);
        Assert.Matches("^[0-9a-f]{48}$", secrets["write-key-server"]);
        Assert.Equal(32, Convert.FromBase64String(secrets["source-erp"]["whsec_".Length..]).Length);
        Assert.Equal(secrets.Count, secrets.Values.Distinct().Count());
        Assert.Contains("BACK IT UP NOW", said, StringComparison.Ordinal);
    }

    [PosixFact]
    public async Task No_value_is_shown_or_stands_on_a_command_line()
    {
        var (_, said) = await _vault.RunHookAsync();
        Assert.All(_vault.Secrets.Values, value => Assert.DoesNotContain(value, said + _vault.Calls, StringComparison.Ordinal));
    }

    [PosixFact]
    public async Task Secrets_that_are_there_stay_as_they_are()
    {
        _vault.Put("identity-key", "old identity");
        _vault.Put("source-shop", "the shop's own");
        await _vault.RunHookAsync();
        var first = _vault.Secrets;

        var (code, said) = await _vault.RunHookAsync();

        Assert.Equal(0, code);
        Assert.Equal(first, _vault.Secrets);
        Assert.Equal(("old identity", "the shop's own"), (first["identity-key"], first["source-shop"]));
        Assert.DoesNotContain("Made in the vault", said, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(_vault.Calls, "/sites/func-test/config/configreferences/appsettings/refresh"));
    }

    [PosixFact]
    public async Task A_role_that_is_not_yet_known_is_waited_for()
    {
        _vault.Put("identity-key", "old identity");
        _vault.Refuse(3, NotYet);

        var (code, said) = await _vault.RunHookAsync();

        Assert.True(code == 0, said);
        Assert.Equal("old identity", _vault.Secrets["identity-key"]);
        Assert.Single(Regex.Matches(said, "Waiting for the role"));
    }

    [PosixFact]
    public async Task A_vault_that_cannot_be_asked_is_not_taken_for_empty()
    {
        foreach (var (times, message) in new[] { (1, "ERROR: Failed to resolve 'kv-test.vault.azure.net'"), (1_000, NotYet) })
        {
            _vault.Refuse(times, message);
            var (code, said) = await _vault.RunHookAsync();
            Assert.Equal(1, code);
            Assert.Contains("so nothing was made", said, StringComparison.Ordinal);
            Assert.Empty(_vault.Secrets);
        }
    }

    [Fact]
    public void Both_hooks_make_the_same_secrets()
    {
        var names = new[] { "sh", "ps1" }.Select(kind => File.ReadAllText(Path.Combine(BicepFile.Folder, "hooks", $"make-secrets.{kind}")))
            .Select(text => Regex.Matches(text, @"\b(identity-key|api-key|write-key-|source-(?=\$)|whsec_)").Select(match => match.Value).Distinct().Order())
            .ToList();
        Assert.Equal(5, names[0].Count());
        Assert.Equal(names[0], names[1]);
    }

    public void Dispose() => _vault.Dispose();
}
