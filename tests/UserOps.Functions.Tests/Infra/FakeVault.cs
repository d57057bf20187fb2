using System.Diagnostics;

namespace UserOps.Functions.Tests.Infra;

/// <summary>
/// A folder as a vault, with an <c>az</c> of a few lines before it on the PATH, which says what the real one says when a secret is not there or not to be read.
/// </summary>
internal sealed class FakeVault : IDisposable
{
    private const string Az = """
        #!/bin/sh
        vault=$(dirname "$0")
        echo "$*" >>"$vault/../calls"
        while [ $# -gt 0 ]; do
          case "$1" in
            --name) name=$2 ;;
            --file) file=$2 ;;
            show | set | rest) verb=$1 ;;
          esac
          shift
        done
        refusals=$(cat "$vault/../refusals")
        if [ "$verb" = show ] && [ "$refusals" -gt 0 ]; then
          echo $((refusals - 1)) >"$vault/../refusals"
          cat "$vault/../refusal" >&2
          exit 1
        fi
        case "$verb" in
          show) [ -f "$vault/../secrets/$name" ] || { echo "ERROR: (SecretNotFound) A secret with (name/id) $name was not found in this key vault." >&2; exit 3; } ;;
          set) cp "$file" "$vault/../secrets/$name" ;;
        esac
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("userops-vault-");

    public FakeVault()
    {
        Directory.CreateDirectory(At("bin"));
        Directory.CreateDirectory(At("secrets"));
        Program("az", Az);
        Program("sleep", "#!/bin/sh\n");
        Refuse(0, "");
    }

    public IReadOnlyDictionary<string, string> Secrets =>
        Directory.GetFiles(At("secrets")).ToDictionary(path => Path.GetFileName(path), File.ReadAllText);

    /// <summary>The command lines that <c>az</c> was given.</summary>
    public string Calls => File.ReadAllText(At("calls"));

    public void Put(string name, string value) => File.WriteAllText(Path.Combine(At("secrets"), name), value);

    /// <summary>Lets the next look-ups fail.</summary>
    public void Refuse(int times, string message)
    {
        File.WriteAllText(At("refusals"), $"{times}\n");
        File.WriteAllText(At("refusal"), message);
    }

    /// <returns>The exit code, and what stood on both outputs.</returns>
    public async Task<(int Code, string Said)> RunHookAsync()
    {
        var start = new ProcessStartInfo("/bin/sh", [Path.Combine(Checkout.Root, "infra", "hooks", "make-secrets.sh")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{At("bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["AZURE_KEY_VAULT_NAME"] = "kv-test";
        start.Environment["AZURE_FUNCTION_APP_NAME"] = "func-test";
        start.Environment["AZURE_RESOURCE_GROUP"] = "rg-test";
        start.Environment["AZURE_SUBSCRIPTION_ID"] = "00000000-0000-0000-0000-000000000000";
        start.Environment["USEROPS_SOURCES"] = "shop:shopify,erp:standard";
        start.Environment["USEROPS_WRITE_KEYS"] = "server:server";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said + await error);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private void Program(string name, string text)
    {
        var path = Path.Combine(At("bin"), name);
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
