using System.Text.Json;
using Microsoft.AspNetCore.Http;
using UserOps.Application.Events.Reading;
using UserOps.Application.Http;

namespace UserOps.Application.Events;

/// <summary>The end of every intake: queue what is good, keep what is not, then answer.</summary>
public sealed class Intake(IAcceptEvents accept)
{
    /// <summary>200 with what was rejected: the envelope was readable, and a client that never retries a 400 must not lose the good ones.</summary>
    public async Task<IResult> BatchAsync(IntakeOutcome outcome, CancellationToken cancel)
    {
        await SaveAsync(outcome, cancel);
        var rejected = outcome.Rejected.Select(item => new RejectedItem(item.Index, item.Field, item.Reason)).ToArray();
        return Results.Ok(new IntakeAnswer(true, outcome.Accepted.Count, rejected));
    }

    /// <summary>400 naming the field when the one event cannot be taken; it is kept all the same.</summary>
    public async Task<IResult> SingleAsync(IntakeOutcome outcome, CancellationToken cancel)
    {
        if (outcome is not { Accepted.Count: 0, Rejected: [var rejected] })
        {
            return await BatchAsync(outcome, cancel);
        }

        await SaveAsync(outcome, cancel);
        return Problem.Invalid(rejected.Field, $"{rejected.Field} {rejected.Reason}.");
    }

    /// <summary>400 for a body that is no JSON; it is kept all the same.</summary>
    public async Task<IResult> UnreadableAsync(string source, PooledBytes body, JsonException malformed, CancellationToken cancel)
    {
        await SaveAsync(IntakeOutcome.Of(Rejection.Of(source, 0, "body", "is not JSON", body.Span)), cancel);
        return Problem.Malformed(malformed);
    }

    private Task SaveAsync(IntakeOutcome outcome, CancellationToken cancel) =>
        outcome.Accepted.Count + outcome.Rejected.Count > 0 ? accept.RunAsync(outcome.Accepted, outcome.Rejected, cancel) : Task.CompletedTask;
}
