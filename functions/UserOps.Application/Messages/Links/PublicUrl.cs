namespace UserOps.Application.Messages.Links;

/// <summary>Where the world reaches this host, ending with a slash; the setting, unless a host knows better.</summary>
/// <param name="find">Null: nowhere, so that there are no links.</param>
public sealed class PublicUrl(Func<Uri?> find)
{
    public Uri? Value => find();
}
