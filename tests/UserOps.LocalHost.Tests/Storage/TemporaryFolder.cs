namespace UserOps.LocalHost.Tests.Storage;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("userops-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
