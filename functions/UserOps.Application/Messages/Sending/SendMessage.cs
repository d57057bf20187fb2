using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Sending;

/// <summary>
/// Sends the message of a step, once. What the ledger says about this step of this run comes first; else the gate, and after it the provider. To be called again until it is done.
/// </summary>
public sealed class SendMessage(MessageRows rows, FindRecipient find, PassGate gate, CallProvider call, SettleClaim settle)
{
    /// <summary>The person was erased, or has become somebody else.</summary>
    public const string NoProfile = "no-profile";

    private const int MaxTries = 20;

    /// <exception cref="TimeoutException">The person's rows were written by others all the time; call again.</exception>
    public async Task<SendResult> RunAsync(SendRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        string? paced = null;
        for (var attempt = 1; attempt <= MaxTries; attempt++)
        {
            if (await rows.FindAsync(request.UserKey, request.Row.Value, cancel) is { } known)
            {
                if (await KnownAsync(request, known, cancel) is { } result)
                {
                    return result;
                }

                continue;
            }

            if (await find.RunAsync(request.UserKey, request.Step, cancel) is not { } person)
            {
                // Erased or merged: nothing is written where nobody is.
                return new SendResult.Done(MessageState.Skipped, null, NoProfile);
            }

            switch (await gate.RunAsync(request, person, paced, cancel))
            {
                case Passage.Over over:
                    return over.Result;
                case Passage.Through through when await call.RunAsync(request, through.Claimed, through.Message, cancel) is { } result:
                    return result;
                case Passage.LookAgain again:
                    paced = again.Paced;
                    break;
            }
        }

        throw new TimeoutException($"A user's messages were written by others {MaxTries} times in a row.");
    }

    private async Task<SendResult?> KnownAsync(SendRequest request, StoredMessage known, CancellationToken cancel) => known.Entry switch
    {
        { State: MessageState.Claimed } => await settle.RunAsync(request.UserKey, known, cancel),
        { State: var state, Channel: var channel, Reason: var reason } => new SendResult.Done(state, channel, reason),
    };
}
