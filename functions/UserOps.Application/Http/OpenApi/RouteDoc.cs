namespace UserOps.Application.Http.OpenApi;

/// <summary>What the OpenAPI document says of a route beyond what the route table knows.</summary>
/// <param name="Summary">One line, as a verb: <c>Reads a user</c>.</param>
public sealed record RouteDoc(string Summary)
{
    public IReadOnlyList<QueryParameter> Query { get; init; } = [];

    /// <summary>JSON body; null: none, or one in a form that others define.</summary>
    public Type? Request { get; init; }

    /// <summary>JSON answer; null: none, or one in a form that others define.</summary>
    public Type? Response { get; init; }

    /// <summary>When all went well.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Of the body, where it is not the JSON of <see cref="Request"/>: <c>application/cloudevents+json</c>.</summary>
    public string? RequestMedia { get; init; }

    /// <summary>Of the answer, where it is not the JSON of <see cref="Response"/>: <c>text/csv</c>.</summary>
    public string? ResponseMedia { get; init; }
}
