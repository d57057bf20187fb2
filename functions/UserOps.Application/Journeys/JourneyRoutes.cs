using UserOps.Application.Http;

namespace UserOps.Application.Journeys;

public static class JourneyRoutes
{
    public static readonly Route ListJourneys = new("ListJourneys", "GET", "api/journeys", Access.Viewer, JourneyHandlers.ListAsync);

    public static readonly Route ReadJourney = new("ReadJourney", "GET", "api/journeys/{key}", Access.Viewer, JourneyHandlers.ReadAsync);

    public static readonly Route ReadJourneyVersion = new("ReadJourneyVersion", "GET", "api/journeys/{key}/versions/{version}", Access.Viewer, JourneyHandlers.ReadVersionAsync);

    public static readonly Route SaveJourney = new("SaveJourney", "PUT", "api/journeys/{key}", Access.Marketer, JourneyHandlers.SaveAsync);

    public static readonly Route PublishJourney = new("PublishJourney", "POST", "api/journeys/{key}/publish", Access.Marketer, JourneyHandlers.PublishAsync);

    public static readonly Route ArchiveJourney = new("ArchiveJourney", "POST", "api/journeys/{key}/archive", Access.Marketer, JourneyHandlers.ArchiveAsync);

    public static readonly Route ValidateJourney = new("ValidateJourney", "POST", "api/journeys/validate", Access.Marketer, JourneyHandlers.ValidateAsync);

    public static readonly Route ReadJourneySchema = new("ReadJourneySchema", "GET", "api/journeys/schema", Access.Viewer, JourneyHandlers.ReadSchemaAsync);

    public static IReadOnlyList<Route> All { get; } =
    [
        ListJourneys, ReadJourney, ReadJourneyVersion, SaveJourney, PublishJourney, ArchiveJourney, ValidateJourney, ReadJourneySchema,
    ];
}
