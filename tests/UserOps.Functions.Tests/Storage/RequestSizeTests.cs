using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using UserOps.Application.Storage;
using UserOps.Functions.Storage;

namespace UserOps.Functions.Tests.Storage;

/// <summary>Limits are reckoned before anything is sent, so what is reckoned must not be less than what is sent.</summary>
public sealed class RequestSizeTests
{
    public static TheoryData<string> Values => ["number", "double", "bool", "instant", "nothing", "letters", "han", "markup", "bytes"];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Largest_batch_that_the_limits_let_pass_makes_no_larger_request(string kind)
    {
        var largest = await SentBytesAsync(Largest(kind switch
        {
            "number" => long.MinValue,
            "double" => -double.Epsilon,
            "bool" => false,
            "instant" => DateTimeOffset.MaxValue,
            "nothing" => "",
            "letters" => new string('x', 5_000),
            "han" => new string('界', 5_000),
            "markup" => new string('<', 5_000),
            _ => new byte[20_000],
        }));

        Assert.InRange(largest, TableLimits.BatchBytes / 16, TableLimits.BatchBytes);
    }

    /// <summary>A hundred rows with the longest of keys and as many properties as pass.</summary>
    private static Change[] Largest(object value)
    {
        for (var properties = TableLimits.RowProperties; properties > 0; properties = properties * 9 / 10)
        {
            var values = Properties.Of([.. Enumerable.Range(0, properties).Select(p => new Property($"p{p}", value))]);
            Change[] changes = [.. Enumerable.Range(0, TableLimits.BatchChanges).Select(i => new Change.Upsert(values) { Key = $"{new string('k', 253)}{i:d3}" })];
            try
            {
                TableLimits.Check(changes);
                return changes;
            }
            catch (TableLimitException)
            {
            }
        }

        throw new InvalidOperationException("Not even one property a row passes.");
    }

    private static async Task<long> SentBytesAsync(Change[] changes)
    {
        var options = new TableClientOptions();
        options.AddPolicy(new Scale(), HttpPipelinePosition.PerCall);
        var store = new AzureTableStore(new TableClient("UseDevelopmentStorage=true", AzureStorageClients.TableName, options));
        return (await Assert.ThrowsAsync<WeighedException>(() => store.CommitAsync(new string('p', 256), changes, default))).Bytes;
    }

    /// <summary>Sends nothing.</summary>
    private sealed class Scale : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message) =>
            throw new WeighedException(message.Request.Content!.TryComputeLength(out var length) ? length : throw new InvalidOperationException("No length."));
    }

    private sealed class WeighedException(long bytes) : Exception
    {
        public long Bytes => bytes;
    }
}
