using System.CommandLine;
using UserOps.Application.Orders.Import;
using UserOps.LocalHost.Hosting;

namespace UserOps.LocalHost.CommandLine;

internal sealed class ImportCommand(Terminal terminal, CommonOptions common)
{
    private readonly Argument<string> _file = new("FILE") { Description = "A CSV file with a row an order (or a Shopify or WooCommerce export); - reads standard input" };
    private readonly Option<string?> _customer = Column("--customer", "customer's id or e-mail address");
    private readonly Option<string?> _date = Column("--date", "order's date");
    private readonly Option<string?> _amount = Column("--amount", "order's amount");
    private readonly Option<string?> _order = Column("--order", "order's id");
    private readonly Option<string?> _currency = new("--currency") { Description = "Column of the currency, or the code that all amounts are in: EUR", HelpName = "COLUMN|CODE" };
    private readonly Option<string?> _source = new("--source")
    {
        Description = "Configured webhook source that customer and order ids belong to, so that its webhooks meet the same people and orders", HelpName = "NAME",
    };

    private readonly Option<string?> _dateFormat = new("--date-format") { Description = "Format of dates such as 3/4/2024: d/M/yyyy or M/d/yyyy", HelpName = "FORMAT" };
    private readonly Option<string?> _decimal = new("--decimal") { Description = "Decimal mark of amounts such as 1,234: . or ,", HelpName = "MARK" };

    public Command Create()
    {
        _decimal.AcceptOnlyFromAmong(".", ",");
        var command = new Command("import", "Take in a file of orders; importing it again changes nothing")
        {
            _file, _customer, _date, _amount, _order, _currency, _source, _dateFormat, _decimal,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var name = parsed.GetValue(_file)!;
        if (name != "-" && !File.Exists(name))
        {
            terminal.Note($"There is no file {name}.");
            return ExitCode.Usage;
        }

        var options = new ImportOptions
        {
            Customer = parsed.GetValue(_customer),
            Date = parsed.GetValue(_date),
            Amount = parsed.GetValue(_amount),
            Order = parsed.GetValue(_order),
            Currency = parsed.GetValue(_currency),
            Source = parsed.GetValue(_source)?.ToLowerInvariant(),
            DateFormat = parsed.GetValue(_dateFormat),
            DecimalMark = parsed.GetValue(_decimal)?[0],
        };
        return await Session.RunAsync(terminal, common.Read(parsed), host => ImportAsync(host, name, options, stop), stop);
    }

    private async Task<int> ImportAsync(OpenHost host, string name, ImportOptions options, CancellationToken stop)
    {
        await using var file = name == "-" ? Console.OpenStandardInput() : File.OpenRead(name);
        var result = await Importing.RunAsync(terminal, host, file, name == "-" ? "standard input" : Path.GetFileName(name), options, stop);
        if (result is ImportResult.Refused refused)
        {
            terminal.Note(refused.Reason);
            return ExitCode.Usage;
        }

        var report = ((ImportResult.Finished)result).Report;
        if (report.Interrupted)
        {
            terminal.Note("Stopped before the end of the file. What was read is stored; import the same file again to go on.");
            return ExitCode.Interrupted;
        }

        return report.Bad > 0 ? ExitCode.RowsLeftOut : ExitCode.Ok;
    }

    private static Option<string?> Column(string option, string what) =>
        new(option) { Description = $"Column of the {what}: its name, or its position from 1", HelpName = "COLUMN" };
}
