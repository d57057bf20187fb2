using System.Text.Json.Serialization;
using UserOps.Domain.Events;
using UserOps.Domain.Messages;
using UserOps.Domain.Segments;
using UserOps.Domain.Users;

namespace UserOps.Application.Users;

/// <summary>What row <c>p</c> of an identifier's partition says about it; no row: never seen.</summary>
public abstract record Holder
{
    private Holder()
    {
    }

    /// <summary>This partition is the user's own.</summary>
    public sealed record Here(Profile Profile) : Holder;

    /// <summary>The identifier belongs to the user of another partition.</summary>
    /// <param name="Claim">The event that decided so.</param>
    /// <param name="Former">Users it belonged to before, the latest last: their markers still tell a repeated event.</param>
    /// <param name="Draining">This was a user whose rows are still being carried over.</param>
    /// <param name="Segments">Which segments this user was in and which tags it had, until the merge is done; null: none.</param>
    /// <param name="ReferredBy">Who brought this user here and has heard of it, until the merge is done; null: nobody.</param>
    /// <param name="Consents">What this user had agreed to and refused, until the merge is done; null: nothing.</param>
    public sealed record MovedTo(
        string UserKey,
        Stamp Claim,
        IReadOnlyList<string> Former,
        bool Draining,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Consents? Consents = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Membership>? Segments = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ReferredBy? ReferredBy = null) : Holder
    {
        public const int MaxFormer = 8;
    }

    /// <summary>The person asked to be forgotten; nothing about them is taken any more.</summary>
    public sealed record Erased : Holder;
}
