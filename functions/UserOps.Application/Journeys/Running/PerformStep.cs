using System.Text.Json;
using UserOps.Application.Events;
using UserOps.Application.Messages.Sending;
using UserOps.Application.Rewards;
using UserOps.Application.Tags;
using UserOps.Domain.Events;
using UserOps.Domain.Journeys;
using UserOps.Domain.Messages;
using UserOps.Domain.Users;

namespace UserOps.Application.Journeys.Running;

/// <summary>
/// Carries a step out under the name of run, step and occurrence, by which everybody it turns to knows a second attempt. In a hold-out nothing is done that the person would notice.
/// </summary>
public sealed class PerformStep(SendMessage send, ApplyToUser apply, StartRun start, IGrantRewards rewards, CallEndpoint call, TimeProvider clock)
{
    /// <summary>Source of events that journeys make.</summary>
    public const string Source = UserFold.JourneySource;

    public const string PropertySet = "Property Set";

    private const string HeldOut = "hold-out";

    public async Task<Performed> RunAsync(LoadedRun loaded, Step step, DateTimeOffset? deadline, CancellationToken cancel)
    {
        var run = loaded.Run;
        var name = $"{run.Id}~{step.Id}~{run.Occurrence}";
        switch (step)
        {
            case Step.Send message:
                return Of(await send.RunAsync(new(loaded.UserKey, run, message, deadline), cancel));
            case Step.Tag tag:
                var tags = tag.Remove.Select(off => (off, false)).Concat(tag.Add.Select(on => (on, true))).ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);
                return await ApplyAsync(loaded.UserKey, Made(name, TagUser.EventName) with { Tags = tags }, cancel);
            case Step.SetProperty set:
                var traits = new Dictionary<string, JsonElement>(StringComparer.Ordinal) { [set.Name] = set.Value };
                return await ApplyAsync(loaded.UserKey, Made(name, PropertySet) with { Traits = traits }, cancel);
            case Step.Grant when run.HoldOut:
            case Step.CallWebhook when run.HoldOut:
            case Step.StartJourney when run.HoldOut:
                return new Performed.Done(Outcomes.Skipped(HeldOut));
            case Step.Grant grant:
                return new Performed.Done(await rewards.RunAsync(new(name, loaded.UserKey, run.Journey, grant.Points, grant.Coupon), cancel) is GrantOutcome.Refused refused
                    ? Outcomes.Skipped(refused.Reason)
                    : Outcomes.Done);
            case Step.CallWebhook webhook:
                return await call.RunAsync(loaded, webhook, name, deadline, cancel);
            case Step.StartJourney other:
                return new Performed.Done(await start.RunAsync(new(loaded.UserKey, other.Journey, name, "journey:" + run.Journey, run.EventRow, run.Variables, Depth: DepthAfter(run)), cancel) is StartOutcome.Refused no
                    ? Outcomes.Skipped(no.Reason)
                    : Outcomes.Done);
            default:
                throw new ArgumentException($"A step of type {step.GetType().Name} is not carried out.", nameof(step));
        }
    }

    /// <summary>Journeys that start each other may go on for years, as long as time passes between.</summary>
    private int DepthAfter(JourneyRun run) => clock.GetUtcNow() - run.StartedAt >= StartRun.LongEnough ? 0 : run.Depth + 1;

    private static Performed Of(SendResult result) => result switch
    {
        SendResult.Later later => new Performed.Later(later.Instant, later.Because),
        SendResult.Done { Reason: SendMessage.NoProfile } => new Performed.Vanished(),
        SendResult.Done { State: MessageState.Accepted } => new Performed.Done(Outcomes.Sent),
        SendResult.Done { State: MessageState.Refused } => new Performed.Done(Outcomes.Refused),
        SendResult.Done { State: MessageState.Unknown } => new Performed.Done(Outcomes.Unknown),
        SendResult.Done { Reason: var reason } => new Performed.Done(Outcomes.Skipped(reason ?? "")),
        _ => throw new InvalidOperationException("An unknown result."),
    };

    private UserEvent Made(string name, string what) => new()
    {
        Source = Source,
        DedupeKey = name,
        ContentHash = 0,
        Type = EventType.Track,
        Name = what,
        OccurredAt = clock.GetUtcNow(),
        ReceivedAt = clock.GetUtcNow(),
        Identity = new() { Trusted = true },
    };

    private async Task<Performed> ApplyAsync(string userKey, UserEvent said, CancellationToken cancel)
    {
        await apply.RunAsync(userKey, [IncomingEvent.Of(said)], cancel);
        return new Performed.Done(Outcomes.Done);
    }
}
