using UserOps.Application.Messages.Links;
using UserOps.Application.Settings;
using UserOps.Domain.Messages;

namespace UserOps.Application.Messages.Sending;

/// <summary>Leads the links of an e-mail through here, and tells when it is shown, as far as the settings say so. Transactional messages are left as they are.</summary>
public sealed class TrackLinks(MessageLinks links, UserOpsSettings settings, TimeProvider clock)
{
    public string In(string html, LinkedMessage message)
    {
        if (message.Purpose == MessageNames.Transactional)
        {
            return html;
        }

        var now = clock.GetUtcNow();
        var shown = settings.Sending.TrackOpens ? links.Open(message) : null;
        return HtmlLinks.Rewrite(
            html,
            address => settings.Sending.TrackClicks && !links.IsOwn(address) ? links.Click(message, address, now)?.AbsoluteUri : null,
            shown is null ? null : $"""<img src="{shown.AbsoluteUri}" width="1" height="1" alt="">""");
    }
}
