using Azure.Core;
using Azure.Core.Pipeline;
using UserOps.Application.Storage;
using UserOps.Functions.Storage;
using UserOps.Functions.Tests.Azurite;

namespace UserOps.Functions.Tests.Storage;

/// <summary>An ETag of another form than the service's own would be refused as a malformed request (400) and not as the conflict it is.</summary>
public sealed class EntityETagTests
{
    private const string Never = "W/\"datetime'1601-01-01T00%3A00%3A00Z'\"";

    [AzuriteTheory]
    [InlineData("0", Never)]
    [InlineData("", Never)]
    [InlineData("*", Never)]
    [InlineData("\"0x8D4\"", Never)]
    [InlineData("W/\"datetime'2026-01-04T18%3A35%3A00.1234567Z'\"", "W/\"datetime'2026-01-04T18%3A35%3A00.1234567Z'\"")]
    public async Task Only_an_ETag_of_the_services_form_is_sent(string etag, string sent)
    {
        var seen = new Recorder();
        var store = new AzureTableStore(await AzuriteAccount.TableAsync(options => options.AddPolicy(seen, HttpPipelinePosition.PerRetry)));
        await store.CommitAsync("p", [new Change.Insert(Properties.None) { Key = "a" }], default);

        Assert.Equal(new CommitResult.Conflicted(0), await store.CommitAsync("p", [new Change.Replace(Properties.None, etag) { Key = "a" }], default));
        Assert.Equal(sent, seen.IfMatch);
        Assert.Equal(new CommitResult.Conflicted(0), await store.CommitAsync("p", [new Change.Delete(etag) { Key = "a" }], default));
        Assert.Equal(sent, seen.IfMatch);
    }

    private sealed class Recorder : HttpPipelineSynchronousPolicy
    {
        public string? IfMatch { get; private set; }

        public override void OnSendingRequest(HttpMessage message) => IfMatch = message.Request.Headers.TryGetValue("If-Match", out var value) ? value : null;
    }
}
