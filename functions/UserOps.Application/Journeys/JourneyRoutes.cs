using UserOps.Application.Http;
using UserOps.Application.Journeys.Shipped;

namespace UserOps.Application.Journeys;

public static class JourneyRoutes
{
    public static readonly Route ListJourneys = new("ListJourneys", "GET", "api/journeys", Access.Viewer, JourneyHandlers.ListAsync)
    {
        Doc = new("Lists journeys with their states") { Query = [new("limit", "integer", "1 to 200; 100 without it."), new("from", "string", "The next of the page before.")], Response = typeof(JourneyPage) },
    };

    public static readonly Route ReadJourney = new("ReadJourney", "GET", "api/journeys/{key}", Access.Viewer, JourneyHandlers.ReadAsync)
    {
        Doc = new("Reads a journey: its draft with the mistakes in it, and its versions") { Response = typeof(JourneyView) },
    };

    public static readonly Route ReadJourneyVersion = new("ReadJourneyVersion", "GET", "api/journeys/{key}/versions/{version}", Access.Viewer, JourneyHandlers.ReadVersionAsync)
    {
        Doc = new("Reads a published version") { Response = typeof(VersionView) },
    };

    public static readonly Route SaveJourney = new("SaveJourney", "PUT", "api/journeys/{key}", Access.Marketer, JourneyHandlers.SaveAsync)
    {
        Doc = new("Keeps a draft, mistakes or not, and says which there are; the body is by GET /api/journeys/schema") { RequestMedia = "application/json", Response = typeof(SavedView) },
    };

    public static readonly Route PublishJourney = new("PublishJourney", "POST", "api/journeys/{key}/publish", Access.Marketer, JourneyHandlers.PublishAsync)
    {
        Doc = new("Makes the draft the next version; 422 while there are mistakes in it") { Response = typeof(PublishedView) },
    };

    public static readonly Route ArchiveJourney = new("ArchiveJourney", "POST", "api/journeys/{key}/archive", Access.Marketer, JourneyHandlers.ArchiveAsync)
    {
        Doc = new("Lets nobody in any more") { Response = typeof(JourneyHead) },
    };

    public static readonly Route ValidateJourney = new("ValidateJourney", "POST", "api/journeys/validate", Access.Marketer, JourneyHandlers.ValidateAsync)
    {
        Doc = new("Says what is wrong with a journey, and keeps nothing") { RequestMedia = "application/json", Response = typeof(ValidatedView) },
    };

    public static readonly Route ReadJourneySchema = new("ReadJourneySchema", "GET", "api/journeys/schema", Access.Viewer, JourneyHandlers.ReadSchemaAsync)
    {
        Doc = new("Reads the JSON Schema of journeys") { ResponseMedia = "application/schema+json" },
    };

    public static readonly Route ListShippedJourneys = new("ListShippedJourneys", "GET", "api/journeys/shipped", Access.Viewer, ShippedHandlers.ListAsync)
    {
        Doc = new("Lists the journeys that come with UserOps, and what became of them here") { Response = typeof(ShippedPage) },
    };

    public static readonly Route PublishShippedJourneys = new("PublishShippedJourneys", "POST", "api/journeys/shipped", Access.Marketer, ShippedHandlers.PublishAsync)
    {
        Doc = new("Publishes journeys that come with UserOps, with their templates; what was edited since is left alone")
        {
            Query = [new("key", "string", "One of them; may stand there more than once. All without it."), new("language", "string", "For people who read neither: en or zh. Without it as it is, en at first.")],
            Response = typeof(ShippedAnswer),
        },
    };

    public static IReadOnlyList<Route> All { get; } =
    [
        ListJourneys, ReadJourney, ReadJourneyVersion, SaveJourney, PublishJourney, ArchiveJourney, ValidateJourney, ReadJourneySchema, ListShippedJourneys,
        PublishShippedJourneys,
    ];
}
