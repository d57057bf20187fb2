namespace UserOps.Application.Http;

/// <summary>Who may call a route.</summary>
public enum Access
{
    Public,

    /// <summary>The handler checks the sender's signature on the raw body.</summary>
    Signed,

    /// <summary>The handler checks the write key.</summary>
    WriteKey,

    Viewer,
    Marketer,
    Admin,
}
