using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace UserOps.Functions.Tests.Azurite;

/// <summary>An answer that no service gave.</summary>
internal sealed class CannedResponse(int status, string body, params (string Name, string Value)[] headers) : Response
{
    public override int Status => status;

    /// <summary>The transport says it of other answers, which this one never saw.</summary>
    public override bool IsError => status >= 400;

    public override string ReasonPhrase => "";

    public override Stream? ContentStream { get; set; } = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(body));

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose()
    {
    }

    protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers.Select(header => new HttpHeader(header.Name, header.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
        return value is not null;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = TryGetHeader(name, out var value) ? [value] : null;
        return values is not null;
    }
}
