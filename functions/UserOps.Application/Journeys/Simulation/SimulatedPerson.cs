using UserOps.Domain.Journeys;
using UserOps.Domain.Messages;

namespace UserOps.Application.Journeys.Simulation;

/// <summary>What would have become of one person.</summary>
/// <param name="Runs">By when they began.</param>
/// <param name="Waits">Where they were asked for.</param>
/// <param name="Subjects">By row of the ledger.</param>
/// <param name="CutShort">There was more to do than one person is gone through.</param>
internal sealed record SimulatedPerson(
    string UserKey,
    IReadOnlyList<JourneyRun> Runs,
    IReadOnlyList<MessageEntry> Messages,
    IReadOnlyList<SimulatedStart> Starts,
    IReadOnlyList<SimulatedWait> Waits,
    IReadOnlyDictionary<string, string> Subjects,
    bool CutShort);
