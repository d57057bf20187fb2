using UserOps.Application.Http;

namespace UserOps.Application.Paths;

public static class PathRoutes
{
    public static readonly Route FindPaths = new("FindPaths", "POST", "api/paths", Access.Marketer, PathHandlers.FindAsync)
    {
        Doc = new("Counts what people most often did after an event, or before it; 202 and where to look when that takes longer") { RequestMedia = "application/json", Response = typeof(PathsView) },
    };

    public static readonly Route ReadPaths = new("ReadPaths", "GET", "api/paths/{id}", Access.Viewer, PathHandlers.ReadAsync)
    {
        Doc = new("Reads how far the counting of paths is and what it came to") { Response = typeof(PathsView) },
    };

    public static IReadOnlyList<Route> All { get; } = [FindPaths, ReadPaths];
}
