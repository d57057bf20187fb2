using UserOps.Application.Settings;
using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Sending;

/// <summary>
/// The way to the moment of sending: gate, message, pacer, claim, in this order, so that nothing is taken from the pacer for a message that can't be made, and nothing is counted that
/// does not go out.
/// </summary>
public sealed class PassGate(MessageRows rows, ComposeMessage compose, Pacers pacers, Claims claims, UserOpsSettings settings, TimeProvider clock)
{
    private static readonly TimeSpan WithoutPlace = TimeSpan.FromHours(1);

    public async Task<Passage> RunAsync(SendRequest request, Recipient person, string? paced, CancellationToken cancel)
    {
        switch (Decide(request, person))
        {
            case GateDecision.Skip { Reason: var reason }:
                return await SkipAsync(request, null, reason.Code(), paced, cancel);
            case GateDecision.At { Instant: var instant, Because: var delay }:
                return new Passage.Over(new SendResult.Later(instant, delay.Code()));
            case GateDecision.Now { Channel: var channel }:
                return await compose.RunAsync(request, person, channel, cancel) switch
                {
                    Composition.Unfit { Reason: var reason } => await SkipAsync(request, channel, reason, paced, cancel),
                    Composition.Ready { Message: var message } when paced == channel => await ClaimAsync(request, person, message, cancel),
                    Composition.Ready { Message: var message } => await PaceAsync(request, person, message, paced, cancel),
                    _ => throw new InvalidOperationException("A message is ready or unfit."),
                };
            default:
                throw new InvalidOperationException("The gate decided nothing.");
        }
    }

    private async Task<Passage> PaceAsync(SendRequest request, Recipient person, OutgoingMessage message, string? paced, CancellationToken cancel)
    {
        var urgent = request.Step.Purpose == MessageNames.Transactional;
        return await pacers.TakeAsync(message.Channel, request.IsCalled, urgent, request.Deadline, cancel) switch
        {
            LineAnswer.Wait { Place: { } place } when place > request.Deadline => await SkipAsync(request, message.Channel, GateReason.TooLate.Code(), paced, cancel),
            LineAnswer.Wait { Place: var place } => new Passage.Over(new SendResult.Later(place ?? clock.GetUtcNow() + WithoutPlace, Because.Pace)),
            _ => await ClaimAsync(request, person, message, cancel),
        };
    }

    private async Task<Passage> ClaimAsync(SendRequest request, Recipient person, OutgoingMessage message, CancellationToken cancel)
    {
        // Making it took its time: what the gate allowed must hold at the very instant that is written down.
        if (Decide(request, person) is not GateDecision.Now { Channel: var channel } || channel != message.Channel)
        {
            return new Passage.LookAgain(message.Channel);
        }

        var now = clock.GetUtcNow();
        var entry = request.Entry(MessageState.Claimed, now) with
        {
            Channel = channel,
            TemplateVersion = message.TemplateVersion,
            Language = message.Language,
            ClaimedAt = now,
            CostMinor = settings.Messaging.Channels[channel].CostMinor,
            AddressHash = person.Facts.On(channel).AddressHash,
        };
        return await claims.MakeAsync(person, entry, Asked(request).CountsForCaps, cancel) is { } claimed
            ? new Passage.Through(claimed, message)
            : new Passage.LookAgain(channel);
    }

    private async Task<Passage> SkipAsync(SendRequest request, string? channel, string reason, string? paced, CancellationToken cancel)
    {
        var skipped = request.Entry(MessageState.Skipped, clock.GetUtcNow()) with { Channel = channel, Reason = reason };
        return await rows.InsertAsync(request.UserKey, skipped, cancel)
            ? new Passage.Over(new SendResult.Done(MessageState.Skipped, channel, reason))
            : new Passage.LookAgain(paced);
    }

    private GateDecision Decide(SendRequest request, Recipient person) => MessageGate.Decide(Asked(request), person.Facts, settings.Messaging, clock.GetUtcNow());

    private static GateRequest Asked(SendRequest request) => new()
    {
        RunId = request.Run.Id,
        Channels = request.Step.Channels,
        Cheapest = request.Step.Cheapest,
        Purpose = request.Step.Purpose,
        Deadline = request.Deadline,
        HeldOut = request.Run.HoldOut,
    };
}
