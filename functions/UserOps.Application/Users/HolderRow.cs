using UserOps.Application.Storage;
using UserOps.Domain.Users;

namespace UserOps.Application.Users;

/// <summary>Reads and writes row <c>p</c>. Its property <c>kind</c> tells the three forms apart before a document is parsed.</summary>
public static class HolderRow
{
    private const int Version = 1;
    private const string Here = "profile";
    private const string Moved = "moved";
    private const string Erased = "erased";

    public static Properties Write(Profile profile) =>
        Documents.Write(profile, UserJson.Compact.Profile, Version, new Property("kind", Here));

    public static Properties Write(Holder.MovedTo moved) =>
        Documents.Write(moved, UserJson.Compact.MovedTo, Version, new Property("kind", Moved));

    public static Holder Read(Row row) => row.Properties.Text("kind") switch
    {
        Here => new Holder.Here(Documents.Read(row, UserJson.Compact.Profile)),
        Moved => Documents.Read(row, UserJson.Compact.MovedTo),
        Erased => new Holder.Erased(),
        var other => throw new InvalidDataException($"A holder of kind '{other}' is newer than this program."),
    };
}
