using System.Globalization;
using System.Text;
using CsvHelper;

namespace UserOps.Tests.Recommendations;

/// <summary>A file of order lines, cut in two: the last order of everybody with at least two of them, which is to be foretold, and all orders before, from which.</summary>
public sealed class LeaveLastOut
{
    public const int Recommended = 10;

    private readonly Dictionary<string, HashSet<string>> _before = [];
    private readonly Dictionary<string, HashSet<string>> _last = [];

    private LeaveLastOut(string training) => Training = training;

    /// <summary>Who has a last order that was left out.</summary>
    public IEnumerable<string> Customers => _last.Keys.Order(StringComparer.Ordinal);

    /// <summary>The file without those orders.</summary>
    public string Training { get; }

    /// <param name="path">Columns order_id, customer_id, ordered_at, sku and others.</param>
    public static LeaveLastOut Of(string path)
    {
        var rows = Read(path);
        var header = rows[0];
        int At(string name) => Array.IndexOf(header, name);
        var (order, customer, at, sku) = (At("order_id"), At("customer_id"), At("ordered_at"), At("sku"));
        var lastOrders = rows.Skip(1).GroupBy(row => row[customer])
            .Select(own => (Customer: own.Key, Orders: own.GroupBy(row => row[order]).OrderBy(o => o.First()[at], StringComparer.Ordinal).ThenBy(o => o.Key, StringComparer.Ordinal).ToArray()))
            .Where(own => own.Orders.Length > 1)
            .ToDictionary(own => own.Customer, own => own.Orders[^1]);
        var heldOut = lastOrders.Values.Select(o => o.Key).ToHashSet();

        var training = new StringBuilder();
        using (var writer = new CsvWriter(new StringWriter(training), CultureInfo.InvariantCulture))
        {
            foreach (var row in rows.Where(row => !heldOut.Contains(row[order])))
            {
                Array.ForEach(row, writer.WriteField);
                writer.NextRecord();
            }
        }

        var split = new LeaveLastOut(training.ToString());
        foreach (var own in rows.Skip(1).Where(row => lastOrders.ContainsKey(row[customer])).GroupBy(row => row[customer]))
        {
            split._before[own.Key] = own.Where(row => !heldOut.Contains(row[order])).Select(row => row[sku]).ToHashSet();
            split._last[own.Key] = own.Where(row => heldOut.Contains(row[order])).Select(row => row[sku]).ToHashSet();
        }

        return split;
    }

    /// <param name="recommend">The products recommended to a customer, the best first; ten of them count, and those bought before for nothing.</param>
    public async Task<HitRates> MeasureAsync(Func<string, Task<IReadOnlyList<string>>> recommend)
    {
        var rates = default(HitRates);
        foreach (var customer in Customers)
        {
            var hits = (await recommend(customer)).Take(Recommended).Count(product => !_before[customer].Contains(product) && _last[customer].Contains(product));
            rates = new(
                rates.Baskets + 1, rates.Hits + (hits > 0 ? 1 : 0), rates.HitProducts + hits,
                rates.NewProducts + _last[customer].Count(product => !_before[customer].Contains(product)));
        }

        return rates;
    }

    private static List<string[]> Read(string path)
    {
        using var parser = new CsvParser(new StreamReader(path), CultureInfo.InvariantCulture);
        var rows = new List<string[]>();
        while (parser.Read())
        {
            rows.Add(parser.Record!);
        }

        return rows;
    }
}
