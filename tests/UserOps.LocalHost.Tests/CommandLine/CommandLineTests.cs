using UserOps.LocalHost.CommandLine;
using UserOps.LocalHost.Storage;

namespace UserOps.LocalHost.Tests.CommandLine;

public sealed class CommandLineTests : IDisposable
{
    private const string ThreeOrders = "customer_id,order_date,revenue\nAda,2024-05-01,10\nAda,2024-05-02,20\nBob,2024-05-03,30\n";

    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("--help", "import", "--data", "--urls")]
    [InlineData("import --help", "--customer", "--date-format", "--source")]
    [InlineData("score --help", "--as-of")]
    [InlineData("export --help", "--everyone", "FILE")]
    [InlineData("demo --help", "--urls")]
    [InlineData("dead-letters --help", "replay", "list")]
    public async Task Every_command_explains_itself(string arguments, params string[] mentions)
    {
        Assert.Equal(ExitCode.Ok, await _session.RunAsync(arguments.Split(' ')));
        Assert.All(mentions, mention => Assert.Contains(mention, _session.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("imprt x.csv")]
    [InlineData("import")]
    [InlineData("import x.csv --colour red")]
    [InlineData("import x.csv --decimal ;")]
    [InlineData("score --as-of 31/12/2024")]
    [InlineData("score --as-of 2999-01-01")]
    [InlineData("score --set nonsense")]
    [InlineData("score --set Workspace:TimeZone=Mars/Olympus")]
    [InlineData("import no-such-file.csv")]
    [InlineData("serve --urls nonsense")]
    [InlineData("serve --urls http://0.0.0.0:0")]
    [InlineData("dead-letters replay 17")]
    public async Task What_cannot_be_meant_is_a_usage_error_with_a_reason(string arguments)
    {
        Assert.Equal(ExitCode.Usage, await _session.RunAsync(arguments.Split(' ')));
        Assert.NotEmpty(_session.Notes);
    }

    [Fact]
    public async Task All_wrong_settings_are_told_at_once()
    {
        Assert.Equal(ExitCode.Usage, await _session.RunAsync("score", "--set", "Workspace:Currency=dollars", "--set", "Scoring:NightlyHour=25"));
        Assert.Contains("Workspace:Currency", _session.Notes, StringComparison.Ordinal);
        Assert.Contains("Scoring:NightlyHour", _session.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_host_may_listen_is_told_with_the_other_settings()
    {
        Assert.Equal(ExitCode.Usage, await _session.RunAsync("serve", "--urls", "http://0.0.0.0:0", "--set", "Workspace:Currency=dollars"));
        Assert.Contains("Workspace:Currency", _session.Notes, StringComparison.Ordinal);
        Assert.Contains("USEROPS_API_KEY", _session.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_setting_given_twice_the_last_counts_whatever_its_case()
    {
        Assert.Equal(ExitCode.Ok, await _session.RunAsync("score", "--set", "Workspace:Currency=doubloons", "--set", "workspace:currency=EUR"));
        Assert.Equal(ExitCode.Ok, await _session.RunAsync("score", "--set", "Workspace:Currency=EUR"));
    }

    [Theory]
    [InlineData(".", "1234")]
    [InlineData(",", "1.234")]
    public async Task The_decimal_mark_decides_what_an_amount_is(string mark, string amount)
    {
        var file = _session.File("orders.csv", "customer_id,order_date,revenue\nAda,2024-05-01,\"1,234\"\n");
        Assert.Equal(ExitCode.RowsLeftOut, await _session.RunAsync("import", file));
        Assert.Equal(ExitCode.Ok, await _session.RunAsync("import", file, "--decimal", mark, "--set", "Workspace:Currency=BHD", "--data", _session.Path("folder")));
        Assert.Equal(ExitCode.Ok, await _session.RunAsync("score", "--set", "Workspace:Currency=BHD", "--data", _session.Path("folder")));
        Assert.Equal(ExitCode.Ok, await _session.RunAsync("export", _session.Path("scores.csv"), "--set", "Workspace:Currency=BHD", "--data", _session.Path("folder")));
        Assert.Contains($",1,{amount},", await File.ReadAllTextAsync(_session.Path("scores.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_import_says_that_it_brought_nothing()
    {
        var file = _session.File("orders.csv", ThreeOrders);
        Assert.Equal(ExitCode.Ok, await _session.RunAsync("import", file));
        Assert.Contains("3 rows, 3 orders; 3 new, 0 known already.", _session.Output, StringComparison.Ordinal);
        Assert.Contains("customer = 'customer_id'", _session.Notes, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Ok, await _session.RunAsync("import", file));
        Assert.Contains("0 new, 3 known already.", _session.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_left_out_are_told_by_line_and_by_exit_code()
    {
        var file = _session.File("orders.csv", ThreeOrders + "guest,2024-05-04,10\n");
        Assert.Equal(ExitCode.RowsLeftOut, await _session.RunAsync("import", file));
        Assert.Contains("Line 5: ", _session.Notes, StringComparison.Ordinal);
        Assert.Contains("3 new", _session.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_the_needed_columns_is_refused()
    {
        Assert.Equal(ExitCode.Usage, await _session.RunAsync("import", _session.File("colours.csv", "colour\nred\n")));
        Assert.Contains("--customer", _session.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_stopped_by_Ctrl_C_says_how_to_go_on()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var file = _session.File("orders.csv", ThreeOrders);
        Assert.Equal(ExitCode.Interrupted, await _session.RunAsync(stop.Token, "import", file));
        Assert.Equal(ExitCode.Ok, await _session.RunAsync("import", file));
    }

    [Fact]
    public async Task A_folder_in_use_is_refused_with_the_process_id()
    {
        using var folder = DataFolder.Open(_session.Data);
        Assert.Equal(ExitCode.Busy, await _session.RunAsync("score"));
        Assert.Contains($"process id {Environment.ProcessId}", _session.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_zone_or_currency_than_the_data_s_is_refused()
    {
        Assert.Equal(ExitCode.Ok, await _session.RunAsync("import", _session.File("orders.csv", ThreeOrders), "--set", "Workspace:Currency=EUR"));
        Assert.Equal(ExitCode.Usage, await _session.RunAsync("score"));
        Assert.Contains("set Workspace:TimeZone to UTC and Workspace:Currency to EUR", _session.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_may_lie_in_the_data_folder()
    {
        Directory.CreateDirectory(_session.Data);
        await File.WriteAllTextAsync(Path.Combine(_session.Data, "appsettings.json"), """{ "Workspace": { "Currency": "doubloons" } }""");
        Assert.Equal(ExitCode.Usage, await _session.RunAsync("score"));
        Assert.Equal(ExitCode.Ok, await _session.RunAsync("score", "--set", "Workspace:Currency=EUR"));
    }

    [Fact]
    public async Task There_is_nothing_to_export_before_the_first_score()
    {
        Assert.Equal(ExitCode.Failed, await _session.RunAsync("export", _session.Path("scores.csv")));
        Assert.Contains("run score first", _session.Notes, StringComparison.Ordinal);
        Assert.False(File.Exists(_session.Path("scores.csv")));
    }

    [Fact]
    public async Task Dead_letters_can_be_asked_for_where_there_are_none()
    {
        Assert.Equal(ExitCode.Ok, await _session.RunAsync("dead-letters", "list"));
        Assert.Equal(ExitCode.Ok, await _session.RunAsync("dead-letters", "replay"));
    }
}
