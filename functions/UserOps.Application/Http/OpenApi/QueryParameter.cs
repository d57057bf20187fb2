namespace UserOps.Application.Http.OpenApi;

/// <param name="Type">Of JSON Schema: <c>string</c>, <c>integer</c>, <c>boolean</c>.</param>
/// <param name="Format">As in OpenAPI: <c>date</c>, <c>date-time</c>; null: none.</param>
public sealed record QueryParameter(string Name, string Type, string Description, string? Format = null);
