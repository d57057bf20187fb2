using System.Globalization;

namespace UserOps.LocalHost.Messages;

/// <summary>The folder <c>mail/</c> of a data folder: a file for each message, <c>{operation id, 32 digits}.eml</c>.</summary>
public sealed class MailFolder(string folder)
{
    private const string Extension = ".eml";

    public string Folder => folder;

    public string PathOf(string name) => Path.Combine(folder, name + Extension);

    public static string NameOf(Guid operationId) => operationId.ToString("N");

    public static bool IsName(string? name) => name is { Length: 32 } && name.All(char.IsAsciiHexDigitLower);

    public bool Has(string name) => File.Exists(PathOf(name));

    /// <summary>Newest first, by the instant of sending.</summary>
    public IReadOnlyList<(string Name, DateTimeOffset SentAt)> List() => !Directory.Exists(folder) ? [] :
    [
        .. new DirectoryInfo(folder).EnumerateFiles("*" + Extension)
            .Select(file => (Name: Path.GetFileNameWithoutExtension(file.Name), SentAt: new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero)))
            .Where(file => IsName(file.Name))
            .OrderByDescending(file => file.SentAt).ThenByDescending(file => file.Name, StringComparer.Ordinal),
    ];

    /// <summary>Under its own name only when it is whole and on the disk.</summary>
    /// <exception cref="IOException">It could not be written; nothing of it is there.</exception>
    public void Write(string name, ReadOnlySpan<byte> message, DateTimeOffset sentAt)
    {
        Directory.CreateDirectory(folder);
        var unfinished = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name}.{Guid.NewGuid():N}.new"));
        try
        {
            using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(message);
                file.Flush(flushToDisk: true);
            }

            File.SetLastWriteTimeUtc(unfinished, sentAt.UtcDateTime);
            File.Move(unfinished, PathOf(name), overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
