using System.Runtime.CompilerServices;
using UserOps.Application.Scoring;
using UserOps.Application.Storage;
using UserOps.Domain.Journeys;
using UserOps.Domain.Scoring;

namespace UserOps.Application.Journeys.Simulation;

/// <summary>
/// All identified people, a page in memory at a time. Buckets are by a hash of the person's key, so that the first thousand are as good a sample as any, and the same at
/// the next call.
/// </summary>
internal sealed class ScanPeople(ITableStore tables)
{
    private const int Everybody = 100;

    /// <param name="sample">Of a hundred so many, always the same.</param>
    public async IAsyncEnumerable<string> RunAsync(int sample, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var bucket = 0; bucket < Buckets.Count; bucket++)
        {
            await foreach (var row in tables.RowsAsync(RowQuery.Prefix(FactRow.Partition((byte)bucket), FactRow.Prefix), cancel))
            {
                var key = row.Key.Value[FactRow.Prefix.Length..];

                // The highest revision marks somebody who became one with somebody else.
                if (row.Properties.Number(FactRow.Rev) != long.MaxValue && (sample == Everybody || Shares.Draw("simulation", key, Everybody) < sample))
                {
                    yield return key;
                }
            }
        }
    }
}
