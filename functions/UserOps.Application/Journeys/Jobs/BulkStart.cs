using System.Text.Json;
using UserOps.Domain;

namespace UserOps.Application.Journeys.Jobs;

/// <summary>Whom to let into a journey, and how.</summary>
/// <param name="Id">As <see cref="CreateJob.IdOf"/> makes it.</param>
/// <param name="Request">Hash of all that was asked.</param>
/// <param name="People">User keys, each once; can be gone through twice.</param>
/// <param name="Mistakes">What of the request names nobody; the first of <paramref name="Skipped"/>.</param>
/// <param name="AcceptExpiry">Also where some messages would come too late.</param>
/// <param name="DryRun">Only say what would be.</param>
public sealed record BulkStart(
    string Id,
    string Request,
    string Journey,
    IAsyncEnumerable<string> People,
    string? Segment,
    IReadOnlyList<Mistake> Mistakes,
    int Skipped,
    JsonElement? Variables,
    int? RatePerMinute,
    bool AcceptExpiry,
    bool DryRun);
