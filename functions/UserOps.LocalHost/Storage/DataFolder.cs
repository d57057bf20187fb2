using System.Globalization;
using System.Security.Cryptography;

namespace UserOps.LocalHost.Storage;

/// <summary>
/// The one folder that holds everything of a local host, locked for as long as this lives: <c>userops.db</c>, <c>identity.key</c> and <c>mail/</c>. The lock is the
/// operating system's and goes with the process, however that ends.
/// </summary>
public sealed class DataFolder : IDisposable
{
    private const int KeyBytes = 32;

    private readonly FileStream _lock;
    private readonly string _pidFile;

    private DataFolder(string folder, FileStream @lock)
    {
        Folder = folder;
        _lock = @lock;
        _pidFile = PidFile(folder);
        File.WriteAllText(_pidFile, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        IdentityKey = LoadOrMakeKey();
    }

    public string Folder { get; }

    public string Database => Path.Combine(Folder, "userops.db");

    /// <summary>Where e-mails go as files.</summary>
    public string Mail => Path.Combine(Folder, "mail");

    public string KeyFile => Path.Combine(Folder, "identity.key");

    /// <summary>32 bytes from which every user's partition key is derived: made once, never rotated.</summary>
    public byte[] IdentityKey { get; }

    /// <exception cref="DataFolderInUseException">Another process has it.</exception>
    /// <exception cref="InvalidDataException">The identity key is damaged, or missing although there is data.</exception>
    public static DataFolder Open(string path)
    {
        var folder = Path.GetFullPath(path);
        Create(folder);
        FileStream @lock;
        try
        {
            @lock = new(Path.Combine(folder, "host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(Path.Combine(folder, "host.lock")))
        {
            throw new DataFolderInUseException(folder, ReadPid(folder));
        }

        try
        {
            return new(folder, @lock);
        }
        catch
        {
            @lock.Dispose();
            throw;
        }
    }

    /// <returns>The process that has the folder locked now; null when none has.</returns>
    public static int? Holder(string path)
    {
        try
        {
            using var probe = new FileStream(Path.Combine(path, "host.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return null;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (IOException)
        {
            return ReadPid(path);
        }
    }

    public void Dispose()
    {
        if (_lock.SafeFileHandle.IsClosed)
        {
            return;
        }

        File.Delete(_pidFile);
        _lock.Dispose();
    }

    private static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    // Apart from the lock file, whose bytes another process cannot read while it is locked.
    private static string PidFile(string folder) => Path.Combine(folder, "host.pid");

    private static int? ReadPid(string folder) =>
        File.Exists(PidFile(folder)) && int.TryParse(File.ReadAllText(PidFile(folder)), CultureInfo.InvariantCulture, out var pid) ? pid : null;

    private byte[] LoadOrMakeKey()
    {
        if (File.Exists(KeyFile))
        {
            var key = File.ReadAllBytes(KeyFile);
            return key.Length == KeyBytes ? key : throw new InvalidDataException($"{KeyFile} holds {key.Length} bytes instead of {KeyBytes}: restore it from its backup.");
        }

        if (File.Exists(Database))
        {
            throw new InvalidDataException($"{Database} is there but {KeyFile} is not, and without it no user is found again: restore it from its backup.");
        }

        var made = RandomNumberGenerator.GetBytes(KeyBytes);
        var unfinished = KeyFile + ".new";
        File.Delete(unfinished);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(unfinished, options))
        {
            file.Write(made);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, KeyFile);
        return made;
    }
}
