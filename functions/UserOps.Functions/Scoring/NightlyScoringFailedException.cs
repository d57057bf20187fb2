using System.Globalization;

namespace UserOps.Functions.Scoring;

/// <summary>Ends an orchestration as failed, which is what alerts look for, without the failed activity's message.</summary>
public sealed class NightlyScoringFailedException(FailureNote failure)
    : Exception($"Scoring as of {failure.Run.AsOf.ToString("O", CultureInfo.InvariantCulture)} failed: {failure.Reason}.");
