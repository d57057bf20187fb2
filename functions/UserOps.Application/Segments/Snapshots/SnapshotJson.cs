using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Application.Segments.Snapshots;

/// <summary>The stored form of snapshots.</summary>
[JsonSerializable(typeof(Snapshot))]
internal sealed partial class SnapshotJson : JsonSerializerContext
{
    public static readonly SnapshotJson Compact = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
