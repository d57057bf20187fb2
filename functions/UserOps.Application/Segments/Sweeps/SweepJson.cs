using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Application.Segments.Sweeps;

/// <summary>The stored form of sweeps.</summary>
[JsonSerializable(typeof(Sweep))]
[JsonSerializable(typeof(SweepLane))]
internal sealed partial class SweepJson : JsonSerializerContext
{
    public static readonly SweepJson Compact = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase });
}
