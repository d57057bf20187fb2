using UserOps.Domain.Journeys;

namespace UserOps.Application.Journeys.Jobs;

/// <summary>Says when so many people will have been written to, and makes a job that lets them in.</summary>
public sealed class StartMany(JourneyRows journeys, FindJourney find, ForecastStart forecast, CreateJob create, TimeProvider clock)
{
    public async Task<BulkStarted> RunAsync(BulkStart asked, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if ((await journeys.FindAsync(asked.Journey, cancel))?.Head is not { } head)
        {
            return new BulkStarted.NoJourney();
        }

        if (head is not { State: JourneyState.Published, PausedAt: null } || await find.RunAsync(head.Key, head.Version, cancel) is not { Journey: var journey })
        {
            return new BulkStarted.Closed(head.State == JourneyState.Published ? "paused" : "not-published");
        }

        var (people, written) = (0, 0);
        await foreach (var user in asked.People.WithCancellation(cancel))
        {
            people++;
            written += JourneyMachine.IsHeldOut(journey, user) ? 0 : 1;
        }

        if (people == 0)
        {
            return new BulkStarted.Nobody();
        }

        var ahead = await forecast.RunAsync(journey, written, asked.RatePerMinute, cancel);
        if (asked.DryRun)
        {
            return new BulkStarted.Foretold(people, ahead);
        }

        if (ahead.Expiring > 0 && !asked.AcceptExpiry)
        {
            return new BulkStarted.WouldExpire(people, ahead);
        }

        var draft = new JourneyJob
        {
            Id = asked.Id,
            Kind = JobKind.Start,
            Journey = head.Key,
            Request = asked.Request,
            CreatedAt = clock.GetUtcNow(),
            RatePerMinute = asked.RatePerMinute,
            Segment = asked.Segment,
            Variables = asked.Variables,
            Forecast = ahead,
            Mistakes = asked.Mistakes,
            Skipped = asked.Skipped,
        };
        return new BulkStarted.Accepted(await create.RunAsync(draft, asked.People, cancel));
    }
}
