using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using UserOps.Application.Orders.Import;
using UserOps.Application.Recommendations;
using UserOps.Application.Scoring;
using UserOps.Application.Storage;
using UserOps.Application.Users;
using UserOps.LocalHost.Hosting;
using UserOps.Tests.Recommendations;

namespace UserOps.Benchmarks.Recommendations;

/// <summary>
/// Leaves the last order of everybody out of a file of order lines, imports the rest into a host of its own, refreshes the recommendations as the night does, and says how
/// often what is recommended, and what is popular, was in the orders left out.
/// </summary>
public static class RecommendBenchmark
{
    /// <param name="args">The file, and the day of the run, else 2011-02-28.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length == 0)
        {
            await Console.Error.WriteLineAsync("Which file? Columns order_id, customer_id, ordered_at, sku, unit_price; quantity and product if there are.");
            return 2;
        }

        var day = args.Length > 1 ? DateOnly.ParseExact(args[1], "yyyy-MM-dd", CultureInfo.InvariantCulture) : new(2011, 2, 28);
        var split = LeaveLastOut.Of(args[0]);
        var folder = Directory.CreateTempSubdirectory("userops-recommend-").FullName;
        try
        {
            await using var host = ((Opening.Opened)await LocalHostApp.OpenAsync(new() { DataFolder = folder, Workers = false }, CancellationToken.None)).Host;
            var services = host.Services;
            var import = services.GetRequiredService<ImportOrders>();
            await import.RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(split.Training)), new(), new Silence(), CancellationToken.None);
            await services.GetRequiredService<ScoreUsers>().RunAsync(day, null, CancellationToken.None);
            var watch = Stopwatch.StartNew();
            await services.GetRequiredService<RefreshRecommendations>().RunAsync(CancellationToken.None);
            Console.WriteLine($"refreshed in {watch.Elapsed.TotalSeconds:N1} s");

            var recommenders = new Recommenders(
                services.GetRequiredService<NamedUser>(), services.GetRequiredService<ReadRecommendations>(), services.GetRequiredService<RecommendationRows>(),
                services.GetRequiredService<ITableStore>());
            Show("popularity", await split.MeasureAsync(recommenders.PopularAsync));
            watch.Restart();
            var rates = await split.MeasureAsync(recommenders.RelatedAsync);
            Show("recommendations", rates);
            Console.WriteLine($"{watch.Elapsed.TotalMilliseconds / rates.Baskets:N1} ms a user");
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Show(string name, HitRates rates) => Console.WriteLine(
        $"{name,-16} hit rate at {LeaveLastOut.Recommended}: {rates.Rate:P1} of {rates.Baskets} baskets; {rates.PerProduct:P1} of {rates.NewProducts} new products in them");

    private sealed class Silence : IWatchImport
    {
        public void Reading(string columns)
        {
        }

        public void Bad(BadRow row) => Console.Error.WriteLine($"line {row.Line}: {row.Reason}");

        public void Read(long rows, long bytes)
        {
        }

        public void Applied(long orders, long of)
        {
        }
    }
}
