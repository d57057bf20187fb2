using System.Text.Json;
using UserOps.Application.Events.Reading;
using UserOps.Domain.Events;
using UserOps.Domain.Messages;
using UserOps.Domain.Users;

namespace UserOps.Application.Messages.Engagement;

/// <summary>
/// What became of messages, as events of the person's: <c>Email Delivered</c>, <c>Email Opened</c> and so on for e-mail, <c>Message Delivered</c> … for all else. Properties
/// name message, channel, purpose, journey and step. One of a kind for a message, however often it is told; a click one for each link.
/// Source of the names: https://segment.com/docs/connections/spec/email/
/// </summary>
public static class MessageEvents
{
    public const string Source = UserFold.MessageSource;

    /// <param name="row">Key of the message's row.</param>
    /// <param name="delivery">One of <see cref="DeliveryNames"/>.</param>
    public static UserEvent Reported(string row, MessageEntry entry, string delivery, DateTimeOffset at, DateTimeOffset now)
    {
        var what = delivery switch
        {
            DeliveryNames.Delivered => "Delivered",
            DeliveryNames.Bounced => "Bounced",
            DeliveryNames.Complained => "Marked as Spam",
            _ => "Failed",
        };
        return Of(row, entry, what, delivery, at, now, what == "Failed" ? ("status", delivery) : null);
    }

    public static UserEvent Opened(string row, MessageEntry entry, DateTimeOffset at, DateTimeOffset now) => Of(row, entry, "Opened", "opened", at, now, null);

    /// <param name="address">Where the link leads; kept without its query, which may hold secrets of a shop's.</param>
    public static UserEvent Clicked(string row, MessageEntry entry, Uri address, DateTimeOffset at, DateTimeOffset now) =>
        Of(row, entry, "Link Clicked", "clicked " + Domain.HashText.Of("click", address.OriginalString), at, now, ("link", address.GetLeftPart(UriPartial.Path)));

    private static UserEvent Of(string row, MessageEntry entry, string what, string key, DateTimeOffset at, DateTimeOffset now, (string Name, string Value)? extra)
    {
        var (occurred, clamped) = EventClock.Clamp(at, now);
        return new()
        {
            Source = Source,
            DedupeKey = $"{row} {key}",
            ContentHash = 0,
            Type = EventType.Track,
            Name = $"{(entry.Channel == MessageNames.Email ? "Email" : "Message")} {what}",
            OccurredAt = occurred,
            ReceivedAt = now,
            ClockClamped = clamped,
            Identity = new() { Trusted = true },
            Properties = JsonObjects.Make(writer => Write(writer, row, entry, extra)),
        };
    }

    private static void Write(Utf8JsonWriter writer, string row, MessageEntry entry, (string Name, string Value)? extra)
    {
        writer.WriteString("message", row);
        writer.WriteString("channel", entry.Channel);
        writer.WriteString("purpose", entry.Purpose);
        writer.WriteString("journey", entry.Journey);
        writer.WriteNumber("version", entry.Version);
        writer.WriteString("step", entry.Step);
        writer.WriteString("template", entry.Template);
        if (extra is var (name, value))
        {
            writer.WriteString(name, value);
        }
    }
}
