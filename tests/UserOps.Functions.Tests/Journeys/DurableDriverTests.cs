using UserOps.Tests.Journeys.Running;

namespace UserOps.Functions.Tests.Journeys;

public sealed class DurableDriverTests : RunDriverCases
{
    private protected override DriverBench NewBench(int seed) => new DurableBench(seed);
}
