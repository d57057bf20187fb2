using System.Text.Json;
using Microsoft.AspNetCore.Http;
using UserOps.Domain;

namespace UserOps.Application.Http;

/// <summary>RFC 9457 problem details with a stable <c>type</c> and, where one is at fault, the field.</summary>
public static class Problem
{
    public static IResult Invalid(string field, string detail) => Of(400, "invalid-field", detail, field);

    /// <summary>A body that is no JSON, or JSON of another shape; the path and position are those of the parser, its text is not shown since it quotes the body.</summary>
    public static IResult Malformed(JsonException fault) =>
        Of(400, "malformed-json", $"The body is not the JSON expected here (line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}).", fault.Path ?? "body");

    public static IResult Unauthorized(string detail) => Of(401, "unauthorized", detail);

    public static IResult Forbidden(string detail) => Of(403, "forbidden", detail);

    public static IResult NotFound(string detail) => Of(404, "not-found", detail);

    public static IResult Conflict(string detail) => Of(409, "conflict", detail);

    public static IResult TooLarge(int limit) => Of(413, "too-large", $"The body is larger than {limit} bytes.");

    /// <summary>With everything that is wrong, under <c>errors</c>: each <c>at</c> a JSON Pointer, and <c>what</c>.</summary>
    public static IResult Mistaken(int status, string type, string detail, IReadOnlyList<Mistake> errors) =>
        Results.Problem(
            detail,
            statusCode: status,
            type: $"urn:userops:{type}",
            title: type.Replace('-', ' '),
            extensions: new Dictionary<string, object?> { ["errors"] = errors });

    /// <summary>With further members besides the field.</summary>
    public static IResult With(int status, string type, string detail, IReadOnlyDictionary<string, object?> members) =>
        Results.Problem(detail, statusCode: status, type: $"urn:userops:{type}", title: type.Replace('-', ' '), extensions: members);

    public static IResult Of(int status, string type, string detail, string? field = null) =>
        Results.Problem(
            detail,
            statusCode: status,
            type: $"urn:userops:{type}",
            title: type.Replace('-', ' '),
            extensions: field is null ? null : new Dictionary<string, object?> { ["field"] = field });
}
