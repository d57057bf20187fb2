namespace UserOps.Application.Operations;

/// <param name="Status"><c>ok</c> or <c>failing</c>.</param>
/// <param name="Checks"><c>ok</c> or <c>failing</c> by name; why stands in the log, since anybody may ask.</param>
public sealed record Health(string Status, string Version, IReadOnlyDictionary<string, string> Checks);
