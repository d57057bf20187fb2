using UserOps.Domain.Messages;

namespace UserOps.Application.Journeys.Simulation;

/// <param name="Channel">Null: none was chosen.</param>
/// <param name="Subject">Or title, as rendered; null: it came to none.</param>
/// <param name="Reason">Why it was skipped or refused.</param>
public sealed record MessageWayView(MessageState State, string? Channel, string Template, string? Language, string? Subject, string? Reason, decimal CostMinor);
