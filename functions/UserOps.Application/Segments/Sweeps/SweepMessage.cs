using System.Globalization;
using UserOps.Application.Events;
using UserOps.Application.Queues;

namespace UserOps.Application.Segments.Sweeps;

/// <summary>Says that a lane of a sweep has a turn; it stands where that of a job would, under <c>{id}~{lane}</c>.</summary>
internal static class SweepMessage
{
    public static QueueMessage Of(Sweep sweep, SweepLane lane, DateTimeOffset now)
    {
        var wait = sweep.NotBefore - now;
        return new(
            QueueEnvelope.WriteJob($"{sweep.Id}~{lane.Lane.ToString("x2", CultureInfo.InvariantCulture)}", lane.Turn),
            wait < TimeSpan.Zero ? TimeSpan.Zero : wait);
    }

    /// <returns>Null: it is a job's.</returns>
    public static (string Id, int Lane)? Parse(string job) =>
        job.Split('~') is [var id, var lane] && int.TryParse(lane, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) ? (id, number) : null;
}
