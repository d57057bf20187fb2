using UserOps.Application.Storage;
using UserOps.Domain.Journeys;
using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Sending;

/// <summary>A send step whose turn has come.</summary>
/// <param name="UserKey">The user's partition, that of the profile itself.</param>
/// <param name="Deadline">A message that can't go out before is skipped; null: there is none.</param>
public sealed record SendRequest(string UserKey, JourneyRun Run, Step.Send Step, DateTimeOffset? Deadline)
{
    /// <summary>Of the message in the ledger.</summary>
    internal TableKey Row => MessageRow.Key(Run.Id, Step.Id, Run.Occurrence);

    /// <summary>Whether the run waited for its place before a pacer, which has come.</summary>
    internal bool IsCalled => Run.Wait is RunWait.Turn { Because: Because.Pace };

    internal MessageEntry Entry(MessageState state, DateTimeOffset at) => new()
    {
        Run = Run.Id,
        Step = Step.Id,
        Occurrence = Run.Occurrence,
        Journey = Run.Journey,
        Version = Run.Version,
        State = state,
        At = at,
        OperationId = OperationId.Of(Run.Id, Step.Id, Run.Occurrence),
        Template = Step.Template,
        Purpose = Step.Purpose,
    };
}
