using System.Text.Json;
using UserOps.Application.Messages.Webhooks;
using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys.Running;

/// <summary>Calls a webhook for a step. The receiver knows a second attempt by its id, so that what may have arrived is sent again.</summary>
public sealed class CallEndpoint(ICallWebhooks send, TimeProvider clock)
{
    /// <summary>Over a little more than a day, so that a receiver can be down for a night.</summary>
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(8), TimeSpan.FromHours(16),
    ];

    public async Task<Performed> RunAsync(LoadedRun loaded, Step.CallWebhook step, string id, DateTimeOffset? deadline, CancellationToken cancel)
    {
        var (run, now) = (loaded.Run, clock.GetUtcNow());
        if (deadline < now)
        {
            return new Performed.Done(Outcomes.Skipped("too-late"));
        }

        switch (await send.RunAsync(new(step.Endpoint, id, Body(loaded, step, id)), cancel))
        {
            case WebhookOutcome.Accepted:
                return new Performed.Done(Outcomes.Done);
            case WebhookOutcome.Later later when run.Attempts < Pauses.Length:
                var pause = later.After > Pauses[run.Attempts] ? later.After.Value : Pauses[run.Attempts];
                return new Performed.Later(now + pause, RunWait.Turn.Provider);
            default:
                return new Performed.Done(Outcomes.Refused);
        }
    }

    /// <summary>Says who by the pseudonymous key and by the id that the shop knows; what else the receiver needs the step's own body says.</summary>
    private static byte[] Body(LoadedRun loaded, Step.CallWebhook step, string id) => JsonSerializer.SerializeToUtf8Bytes(
        new EndpointCall("journey.step", loaded.Run.Journey, step.Id, id, loaded.UserKey, loaded.Profile.DisplayId?.ToString(), step.Body), RunJson.Compact.EndpointCall);
}
