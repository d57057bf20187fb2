using System.Text;

namespace UserOps.Functions.Journeys;

/// <summary>A message that a run is to be woken: <c>{user key} {run id}</c>, neither of which has a space in it.</summary>
internal static class RunHint
{
    public static byte[] Write(string userKey, string runId) => Encoding.ASCII.GetBytes($"{userKey} {runId}");

    /// <returns>Null: it is none.</returns>
    public static JourneyRunV1Input? Read(string text) => text.Split(' ') is [{ Length: > 0 } userKey, { Length: > 0 } runId] ? new(userKey, runId) : null;
}
