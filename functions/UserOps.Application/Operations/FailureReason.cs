namespace UserOps.Application.Operations;

/// <summary>What of an exception may stand in a log: never its message, which may quote a person's data.</summary>
public static class FailureReason
{
    /// <returns>Type and place: <c>InvalidDataException at Properties.Required</c>.</returns>
    public static string Of(Exception exception) =>
        exception.TargetSite is { } site ? $"{exception.GetType().Name} at {site.DeclaringType?.Name}.{site.Name}" : exception.GetType().Name;
}
