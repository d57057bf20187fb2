using UserOps.Benchmarks.Storage;

switch (args)
{
    case ["storage"]:
        await StorageBenchmark.RunAsync();
        return 0;
    default:
        Console.Error.WriteLine("storage");
        return 2;
}
