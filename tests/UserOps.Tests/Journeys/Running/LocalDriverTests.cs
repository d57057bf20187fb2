namespace UserOps.Tests.Journeys.Running;

public sealed class LocalDriverTests : RunDriverCases
{
    private protected override DriverBench NewBench(int seed) => new LocalBench();
}
