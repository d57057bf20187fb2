using Azure;

namespace UserOps.Functions.Storage;

/// <summary>ETags as a condition of a write.</summary>
internal static class EntityETag
{
    private const string Start = "W/\"datetime'";
    private const string End = "'\"";

    /// <summary>Well formed, and of an instant at which no row was written.</summary>
    private static readonly ETag Never = new(Start + "1601-01-01T00%3A00%3A00Z" + End);

    /// <summary>
    /// The service answers an ETag of another form than its own with 400, which says nothing about the other changes of a batch. Such a one can't be the row's, so one
    /// that never matches stands in for it and is refused as what it is: a conflict.
    /// </summary>
    public static ETag Of(string etag) =>
        etag.StartsWith(Start, StringComparison.Ordinal) && etag.EndsWith(End, StringComparison.Ordinal) ? new(etag) : Never;
}
