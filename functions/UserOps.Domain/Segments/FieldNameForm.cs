namespace UserOps.Domain.Segments;

/// <summary>How the name is written that follows a field's own.</summary>
/// <param name="Pattern">A regular expression that all of it matches, as both .NET and JSON Schema read it.</param>
/// <param name="Placeholder">For documents: <c>CHANNEL.PURPOSE</c>.</param>
/// <param name="Example"><c>email.marketing</c>.</param>
public sealed record FieldNameForm(string Pattern, string Placeholder, string Example);
