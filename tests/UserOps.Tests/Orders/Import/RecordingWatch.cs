using UserOps.Application.Orders.Import;

namespace UserOps.Tests.Orders.Import;

internal sealed class RecordingWatch : IWatchImport
{
    public string Columns { get; private set; } = "";

    public List<BadRow> BadRows { get; } = [];

    public List<(long Rows, long Bytes)> Reads { get; } = [];

    public List<(long Orders, long Of)> Applies { get; } = [];

    public void Reading(string columns) => Columns = columns;

    public void Bad(BadRow row) => BadRows.Add(row);

    public void Read(long rows, long bytes) => Reads.Add((rows, bytes));

    public void Applied(long orders, long of) => Applies.Add((orders, of));
}
