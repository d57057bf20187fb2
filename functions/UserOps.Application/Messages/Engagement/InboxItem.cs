using UserOps.Application.Messages.Sending;

namespace UserOps.Application.Messages.Engagement;

/// <summary>One message of an inbox, as an application shows it.</summary>
/// <param name="Id">Hand it to <c>…/inbox/{message}/read</c>.</param>
/// <param name="Body">Plain text.</param>
/// <param name="Preferences">Where the person changes what they get; null: links are not set up.</param>
/// <param name="ReadAt">Null: not read yet.</param>
public sealed record InboxItem(Guid Id, DateTimeOffset At, string? Title, string Body, string Purpose, string Language, Uri? Preferences, DateTimeOffset? ReadAt)
{
    public static InboxItem Of(InboxEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new(entry.Id, entry.At, entry.Title, entry.Body, entry.Purpose, entry.Language, entry.Preferences, entry.ReadAt);
    }
}
