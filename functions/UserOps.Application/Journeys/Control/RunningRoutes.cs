using UserOps.Application.Http;
using UserOps.Application.Journeys.Jobs;
using UserOps.Application.Journeys.Watching;

namespace UserOps.Application.Journeys.Control;

/// <summary>What marketers do with journeys that run.</summary>
public static class RunningRoutes
{
    public static readonly Route StartJourney = new("StartJourney", "POST", "api/journeys/{key}/runs", Access.Marketer, StartHandler.RunAsync, Route.IntakeBody)
    {
        Doc = new("Lets users, a segment or the people of a file (text/csv) in, after saying when it will be done; wants an Idempotency-Key for more than one user")
        {
            Query =
            [
                new("ratePerMinute", "integer", "Of a file: so many come in a minute."),
                new("acceptExpiry", "boolean", "Of a file: also where messages would come too late."),
                new("dryRun", "boolean", "Of a file: only say what would be."),
            ],
            Request = typeof(StartBody),
            Response = typeof(JobView),
            Status = 202,
        },
    };

    public static readonly Route ListJourneyRuns = new("ListJourneyRuns", "GET", "api/journeys/{key}/runs", Access.Viewer, WatchHandlers.ListRunsAsync)
    {
        Doc = new("Lists the runs of a journey")
        {
            Query =
            [
                new("state", "string", "active, paused or ended."), new("step", "string", "Those who are at it."), new("version", "integer", "Those who are in it."),
                new("limit", "integer", "1 to 200; 100 without it."), new("from", "string", "The next of the page before."),
            ],
            Response = typeof(ListedRuns),
        },
    };

    public static readonly Route ReadJourneyRun = new("ReadJourneyRun", "GET", "api/journeys/{key}/runs/{run}", Access.Viewer, WatchHandlers.ReadRunAsync)
    {
        Doc = new("Reads a run: the way it went, and what it waits for") { Response = typeof(JourneyRunView) },
    };

    public static readonly Route ReadUserJourneys = new("ReadUserJourneys", "GET", "api/users/{id}/journeys", Access.Viewer, WatchHandlers.ReadUserJourneysAsync)
    {
        Doc = new("Reads the journeys that a user is or was in") { Response = typeof(UserJourneys) },
    };

    public static readonly Route PauseJourneyRun = new("PauseJourneyRun", "POST", "api/journeys/{key}/runs/{run}/pause", Access.Marketer, ControlHandlers.PauseRunAsync)
    {
        Doc = new("Pauses a run") { Response = typeof(JourneyRunView) },
    };

    public static readonly Route ResumeJourneyRun = new("ResumeJourneyRun", "POST", "api/journeys/{key}/runs/{run}/resume", Access.Marketer, ControlHandlers.ResumeRunAsync)
    {
        Doc = new("Resumes a run") { Response = typeof(JourneyRunView) },
    };

    public static readonly Route CancelJourneyRun = new("CancelJourneyRun", "POST", "api/journeys/{key}/runs/{run}/cancel", Access.Marketer, ControlHandlers.CancelRunAsync)
    {
        Doc = new("Ends a run") { Response = typeof(JourneyRunView) },
    };

    public static readonly Route PauseJourney = new("PauseJourney", "POST", "api/journeys/{key}/pause", Access.Marketer, ControlHandlers.PauseJourneyAsync)
    {
        Doc = new("Lets a journey rest at once; with a segment, a job pauses the runs of those people (202)") { Request = typeof(SegmentBody), Response = typeof(JourneyHead) },
    };

    public static readonly Route ResumeJourney = new("ResumeJourney", "POST", "api/journeys/{key}/resume", Access.Marketer, ControlHandlers.ResumeJourneyAsync)
    {
        Doc = new("Lets a journey go on, or the paused runs of a segment") { Request = typeof(SegmentBody), Response = typeof(JobView), Status = 202 },
    };

    public static readonly Route CancelJourney = new("CancelJourney", "POST", "api/journeys/{key}/cancel", Access.Marketer, ControlHandlers.CancelJourneyAsync)
    {
        Doc = new("Ends the runs of everybody inside, or of a segment") { Request = typeof(SegmentBody), Response = typeof(JobView), Status = 202 },
    };

    public static readonly Route MigrateJourney = new("MigrateJourney", "POST", "api/journeys/{key}/migrations", Access.Marketer, ControlHandlers.MigrateAsync)
    {
        Doc = new("Takes the people inside one version to another, after saying what becomes of whom") { Request = typeof(MigrationBody), Response = typeof(JourneyMigrationView), Status = 202 },
    };

    public static readonly Route ReadJourneyFunnel = new("ReadJourneyFunnel", "GET", "api/journeys/{key}/funnel", Access.Viewer, WatchHandlers.ReadFunnelAsync)
    {
        Doc = new("Counts by step what became of people, and compares them with the hold-out")
        {
            Query =
            [
                new("version", "integer", "Runs that are in it."), new("from", "string", "Runs begun then or later.", "date-time"), new("to", "string", "Runs begun before.", "date-time"),
            ],
            Response = typeof(Funnel),
        },
    };

    public static readonly Route ListJourneyJobs = new("ListJourneyJobs", "GET", "api/journeys/{key}/jobs", Access.Viewer, JobHandlers.ListAsync)
    {
        Doc = new("Lists what was done to many at once, the newest first")
        {
            Query = [new("limit", "integer", "1 to 100; 50 without it."), new("from", "string", "The next of the page before.")],
            Response = typeof(JobPage),
        },
    };

    public static readonly Route ReadJourneyJob = new("ReadJourneyJob", "GET", "api/journeys/jobs/{id}", Access.Viewer, JobHandlers.ReadAsync)
    {
        Doc = new("Reads how far a job is") { Response = typeof(JobView) },
    };

    public static readonly Route CancelJourneyJob = new("CancelJourneyJob", "POST", "api/journeys/jobs/{id}/cancel", Access.Marketer, JobHandlers.CancelAsync)
    {
        Doc = new("Stops a job; what it has done stays done") { Response = typeof(JobView) },
    };

    public static IReadOnlyList<Route> All { get; } =
    [
        StartJourney, ListJourneyRuns, ReadJourneyRun, ReadUserJourneys, PauseJourneyRun, ResumeJourneyRun, CancelJourneyRun, PauseJourney, ResumeJourney, CancelJourney,
        MigrateJourney, ReadJourneyFunnel, ListJourneyJobs, ReadJourneyJob, CancelJourneyJob,
    ];
}
