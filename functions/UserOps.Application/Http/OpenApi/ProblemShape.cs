namespace UserOps.Application.Http.OpenApi;

/// <summary>How <see cref="Problem"/> answers look.</summary>
/// <param name="Type">Stable: <c>urn:userops:invalid-field</c>.</param>
/// <param name="Field">At fault, where one is.</param>
internal sealed record ProblemShape(string Type, string Title, int Status, string? Detail, string? Field);
