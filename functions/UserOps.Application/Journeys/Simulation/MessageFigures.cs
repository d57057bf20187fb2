namespace UserOps.Application.Journeys.Simulation;

/// <param name="Journey">The tried one, or one that it starts.</param>
/// <param name="Sent">That somebody's provider would be given.</param>
/// <param name="Refused">That no provider would take.</param>
public sealed record MessageFigures(string Journey, string Channel, string Template, int Sent, int Refused);
