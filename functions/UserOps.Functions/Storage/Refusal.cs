using Azure;
using Azure.Data.Tables.Models;

namespace UserOps.Functions.Storage;

/// <summary>
/// Tells answers that a condition did not hold from faults.
/// Source: https://learn.microsoft.com/rest/api/storageservices/table-service-error-codes
/// </summary>
internal static class Refusal
{
    public static bool IsConflict(RequestFailedException failed) => (failed.Status, failed.ErrorCode) switch
    {
        (409, { } code) => code == TableErrorCode.EntityAlreadyExists,
        (412, { } code) => code == TableErrorCode.UpdateConditionNotSatisfied,
        (404, { } code) => code == TableErrorCode.ResourceNotFound || code == TableErrorCode.EntityNotFound,
        _ => false,
    };

    /// <summary>The client answers 404 to a read as "no value", be it the row that is missing or the table.</summary>
    /// <exception cref="RequestFailedException">It is not the row that is missing.</exception>
    public static void ThrowUnlessRowIsMissing(Response response)
    {
        var failed = new RequestFailedException(response);
        if (!IsConflict(failed))
        {
            throw failed;
        }
    }
}
