using UserOps.Application.Messages;

namespace UserOps.Tests.Simulation;

/// <summary>
/// One process's way to the provider. It keeps the bounds that the port's adapters rest on: a request that was handed over arrives within eight minutes or never, and
/// silence about an operation means something from ten minutes to a day after.
/// </summary>
internal sealed class SimulatedEmailSender(EmailProvider provider, SimulatedProcess process, Simulation simulation) : IEmailSender
{
    private static readonly TimeSpan LongestOnItsWay = TimeSpan.FromMinutes(8);
    private static readonly TimeSpan KnownAfter = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan KnownFor = TimeSpan.FromDays(1);

    private Faults Faults => simulation.Faults;

    public async Task<EmailOutcome> SendAsync(EmailToSend message, Guid operationId, CancellationToken cancel)
    {
        var call = new AcceptedCall(operationId, message.To, message.Subject, simulation.Now, default);
        if (EmailLimits.Refuse(message) is { } refused)
        {
            return refused;
        }

        if (provider.ThrottledUntil > simulation.Now || Throttles())
        {
            await process.PointAsync($"provider 429 {operationId}");
            return new EmailOutcome.Throttled(provider.ThrottledUntil - simulation.Now);
        }

        if (Faults.Happens(Faults.Rates.Crash, "crash before call"))
        {
            process.Crash();
            await new TaskCompletionSource().Task;
        }

        if (Faults.Happens(Faults.Rates.ProviderUnreached, "provider unreached"))
        {
            return new EmailOutcome.Unreached("simulated");
        }

        if (Faults.Happens(Faults.Rates.ProviderRefused, "provider refused"))
        {
            provider.Refuse(operationId);
            await process.PointAsync($"provider refuses {operationId}");
            return new EmailOutcome.Refused("simulated", Permanent: true);
        }

        if (Faults.Happens(Faults.Rates.ProviderTimeout, "provider time-out"))
        {
            provider.InFlight++;
            simulation.At(simulation.Now + Faults.Between(TimeSpan.Zero, LongestOnItsWay), () => Accept(call, late: true));
            await process.PointAsync($"provider time-out {operationId}");
            return new EmailOutcome.Unknown("simulated");
        }

        Accept(call, late: false);
        await process.PointAsync($"provider answers {operationId}");
        return new EmailOutcome.Accepted(operationId.ToString());
    }

    public async Task<EmailStanding> AskAsync(Guid operationId, CallWindow called, CancellationToken cancel)
    {
        await process.PointAsync($"ask provider {operationId}");
        if (Faults.Happens(Faults.Rates.ProviderUnreached, "provider unreached"))
        {
            return new EmailStanding.CannotTell(TimeSpan.FromMinutes(1));
        }

        return provider.Find(operationId) is { } call && simulation.Now - call.Accepted is var known && known >= KnownAfter - LongestOnItsWay && known <= KnownFor
            ? new EmailStanding.Accepted(operationId.ToString())
            : simulation.Now < called.To + KnownAfter ? new EmailStanding.CannotTell(called.To + KnownAfter - simulation.Now)
            : simulation.Now > called.From + KnownFor ? new EmailStanding.CannotTell(AskAgainAfter: null)
            : new EmailStanding.NotAccepted();
    }

    private bool Throttles()
    {
        if (!Faults.Happens(Faults.Rates.ProviderThrottled, "provider 429"))
        {
            return false;
        }

        provider.ThrottledUntil = simulation.Now + Faults.Between(TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(40));
        return true;
    }

    private void Accept(AcceptedCall call, bool late)
    {
        provider.InFlight -= late ? 1 : 0;
        provider.Accept(call with { Accepted = simulation.Now });
        simulation.Trace.Add(simulation.Now, "provider", $"ACCEPTS {call.Operation} for {call.To}");
    }
}
