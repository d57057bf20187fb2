using UserOps.LocalHost.Storage;

namespace UserOps.LocalHost.Tests.Storage;

public sealed class DataFolderTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    private string Path => System.IO.Path.Combine(_temporary.Path, "a", "data");

    [Fact]
    public void Folder_and_identity_key_are_made_once_and_for_their_owner_only()
    {
        byte[] made;
        using (var folder = DataFolder.Open(Path))
        {
            made = folder.IdentityKey;
            Assert.Equal(32, made.Length);
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.KeyFile));
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path));
            }
        }

        using var again = DataFolder.Open(Path);
        Assert.Equal(made, again.IdentityKey);
    }

    [Fact]
    public void Second_opener_is_refused_with_the_process_that_has_it()
    {
        using var folder = DataFolder.Open(Path);

        var refused = Assert.Throws<DataFolderInUseException>(() => DataFolder.Open(Path));

        Assert.Equal(Environment.ProcessId, refused.ProcessId);
        Assert.Contains($"{Environment.ProcessId}", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Environment.ProcessId, DataFolder.Holder(Path));
    }

    [Fact]
    public void Folder_that_was_closed_has_no_holder()
    {
        Assert.Null(DataFolder.Holder(Path));
        DataFolder.Open(Path).Dispose();
        Assert.Null(DataFolder.Holder(Path));
    }

    [Fact]
    public void Lost_or_damaged_identity_key_is_refused_rather_than_replaced()
    {
        string keyFile;
        using (var folder = DataFolder.Open(Path))
        {
            LocalDatabase.Open(folder).Dispose();
            keyFile = folder.KeyFile;
        }

        File.WriteAllBytes(keyFile, new byte[31]);
        Assert.Contains("identity.key", Assert.Throws<InvalidDataException>(() => DataFolder.Open(Path)).Message, StringComparison.Ordinal);
        File.Delete(keyFile);
        Assert.Contains("identity.key", Assert.Throws<InvalidDataException>(() => DataFolder.Open(Path)).Message, StringComparison.Ordinal);
        Assert.Null(DataFolder.Holder(Path));
    }

    [Fact]
    public async Task Killed_process_leaves_no_lock_behind()
    {
        using var child = new ChildProcess("write-rows", Path, "life");
        Assert.Equal("open", await child.ReadLineAsync());

        Assert.Equal(child.Id, Assert.Throws<DataFolderInUseException>(() => DataFolder.Open(Path)).ProcessId);
        await child.KillAsync();

        using var folder = DataFolder.Open(Path);
        Assert.Equal(Environment.ProcessId, Assert.Throws<DataFolderInUseException>(() => DataFolder.Open(Path)).ProcessId);
    }

    public void Dispose() => _temporary.Dispose();
}
