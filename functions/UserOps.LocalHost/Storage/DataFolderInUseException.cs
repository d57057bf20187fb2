namespace UserOps.LocalHost.Storage;

/// <summary>Two processes on one data folder would lose each other's work, so the second is refused.</summary>
public sealed class DataFolderInUseException(string folder, int? processId)
    : IOException($"The data folder {folder} is in use by the host with process id {processId?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "(not known yet)"}.")
{
    public int? ProcessId { get; } = processId;
}
