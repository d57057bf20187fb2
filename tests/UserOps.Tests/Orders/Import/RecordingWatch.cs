using UserOps.Application.Orders.Import;

namespace UserOps.Tests.Orders.Import;

internal sealed class RecordingWatch : IWatchImport
{
    public string Columns { get; private set; } = "";

    public List<BadRow> BadRows { get; } = [];

    public List<ImportProgress> Steps { get; } = [];

    public void Reading(string columns) => Columns = columns;

    public void Bad(BadRow row) => BadRows.Add(row);

    public void Progress(ImportProgress progress) => Steps.Add(progress);
}
