using UserOps.Application.Storage;
using UserOps.LocalHost.Storage;
using UserOps.Tests.Journeys.Running;

namespace UserOps.LocalHost.Tests.Storage;

public sealed class SqliteRunAlarmsTests : RunAlarmsContract, IDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private readonly DataFolder _folder;
    private readonly LocalDatabase _database;

    public SqliteRunAlarmsTests()
    {
        _folder = DataFolder.Open(_temporary.Path);
        _database = LocalDatabase.Open(_folder);
        Store = new SqliteTableStore(_database);
    }

    protected override ITableStore Store { get; }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
        _temporary.Dispose();
    }
}
